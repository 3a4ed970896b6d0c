import type { Diagnostico } from './diagnostico.js';

// prettier-ignore
export const PEDIATRICOS: readonly Diagnostico[] = [
  { cid: 'J210', peso: 12, idade: [0, 1], dias: [5.5, 0.4], uti: 0.1, obito: 0.004, sazonalidade: 'BRONQUIOLITE' },
  { cid: 'J189', peso: 12, idade: [0, 12], dias: [5.5, 0.4], uti: 0.06, obito: 0.004, sazonalidade: 'RESPIRATORIA', saida: ['J159'] },
  { cid: 'J459', peso: 7, idade: [2, 13], dias: [3.2, 0.35], uti: 0.03, sazonalidade: 'RESPIRATORIA' },
  { cid: 'J46', peso: 2, idade: [2, 13], dias: [4.5, 0.35], uti: 0.3, obito: 0.003, sazonalidade: 'RESPIRATORIA' },
  { cid: 'A09', peso: 7, idade: [0, 10], dias: [3.2, 0.4], uti: 0.01, obito: 0.001, sazonalidade: 'VERAO', saida: ['A083'] },
  { cid: 'E86', peso: 3, idade: [0, 6], dias: [2.6, 0.35], sazonalidade: 'VERAO' },
  { cid: 'N390', peso: 4, idade: [0, 10], dias: [5.5, 0.35] },
  { cid: 'R560', peso: 3, idade: [0, 5], dias: [2.6, 0.35] },
  { cid: 'G409', peso: 3, idade: [1, 14], dias: [3.6, 0.4], uti: 0.08 },
  { cid: 'L010', peso: 2, idade: [0, 9], dias: [4.5, 0.35], sazonalidade: 'VERAO' },
  { cid: 'G039', peso: 1, idade: [0, 12], dias: [9, 0.35], uti: 0.4, obito: 0.04 },
  { cid: 'A90', peso: 3, idade: [4, 14], dias: [3.6, 0.35], uti: 0.03, sazonalidade: 'DENGUE' },
  { cid: 'K359', peso: 4, idade: [5, 14], dias: [3.8, 0.4] },
  { cid: 'S525', peso: 3, idade: [4, 14], dias: [2, 0.35], sazonalidade: 'FERIAS' },
  { cid: 'J350', peso: 4, idade: [3, 12], dias: [1.3, 0.25], eletivo: true, sazonalidade: 'ELETIVA' },
  { cid: 'K409', peso: 3, idade: [0, 9], sexo: 'M', dias: [1.3, 0.25], eletivo: true, sazonalidade: 'ELETIVA' },
  { cid: 'E101', peso: 1, idade: [3, 14], dias: [4.5, 0.3], uti: 0.6 },
  { cid: 'Q249', peso: 1, idade: [0, 6], dias: [9, 0.45], uti: 0.6, obito: 0.05 },
];

// prettier-ignore
export const OBSTETRICOS: readonly Diagnostico[] = [
  { cid: 'O800', peso: 26, idade: [15, 40], sexo: 'F', dias: [2.2, 0.2] },
  { cid: 'O829', peso: 16, idade: [16, 43], sexo: 'F', dias: [2.7, 0.22] },
  { cid: 'O820', peso: 10, idade: [18, 43], sexo: 'F', dias: [2.6, 0.2], eletivo: true },
  { cid: 'O149', peso: 6, idade: [16, 43], sexo: 'F', dias: [5.5, 0.4], uti: 0.06, obito: 0.002 },
  { cid: 'O429', peso: 5, idade: [15, 42], sexo: 'F', dias: [4.5, 0.4] },
  { cid: 'O60', peso: 4, idade: [15, 42], sexo: 'F', dias: [4, 0.4] },
  { cid: 'O234', peso: 5, idade: [15, 42], sexo: 'F', dias: [4, 0.35] },
  { cid: 'O210', peso: 3, idade: [15, 40], sexo: 'F', dias: [2.8, 0.35] },
  { cid: 'O244', peso: 3, idade: [20, 43], sexo: 'F', dias: [4, 0.35] },
  { cid: 'O039', peso: 5, idade: [15, 44], sexo: 'F', dias: [1.3, 0.25] },
  { cid: 'O721', peso: 1, idade: [16, 43], sexo: 'F', dias: [4, 0.35], uti: 0.2, obito: 0.004 },
];

// prettier-ignore
export const NEONATAIS: readonly Diagnostico[] = [
  { cid: 'P073', peso: 12, idade: [0, 0], dias: [14, 0.6], obito: 0.04 },
  { cid: 'P071', peso: 4, idade: [0, 0], dias: [17, 0.5], obito: 0.05 },
  { cid: 'P220', peso: 8, idade: [0, 0], dias: [11, 0.5], obito: 0.06 },
  { cid: 'P221', peso: 9, idade: [0, 0], dias: [4, 0.4] },
  { cid: 'P369', peso: 5, idade: [0, 0], dias: [10, 0.35], obito: 0.05 },
  { cid: 'P599', peso: 8, idade: [0, 0], dias: [4, 0.3] },
  { cid: 'P210', peso: 2, idade: [0, 0], dias: [9, 0.5], obito: 0.12 },
  { cid: 'Q210', peso: 1, idade: [0, 0], dias: [14, 0.5], obito: 0.06 },
];
