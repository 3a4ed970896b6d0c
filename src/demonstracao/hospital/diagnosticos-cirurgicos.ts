import type { Diagnostico } from './diagnostico.js';

/** Operations that were planned, and those that could not wait. */
// prettier-ignore
export const CIRURGICOS: readonly Diagnostico[] = [
  { cid: 'K802', peso: 11, idade: [22, 80], dias: [2.6, 0.4], eletivo: true, uti: 0.01, sazonalidade: 'ELETIVA' },
  { cid: 'K409', peso: 9, idade: [20, 85], sexo: 'M', dias: [2, 0.35], eletivo: true, sazonalidade: 'ELETIVA' },
  { cid: 'K429', peso: 4, idade: [25, 75], dias: [1.9, 0.35], eletivo: true, sazonalidade: 'ELETIVA' },
  { cid: 'D259', peso: 6, idade: [30, 55], sexo: 'F', dias: [3, 0.35], eletivo: true, sazonalidade: 'ELETIVA' },
  { cid: 'N813', peso: 2, idade: [48, 80], sexo: 'F', dias: [2.6, 0.35], eletivo: true, sazonalidade: 'ELETIVA' },
  { cid: 'N40', peso: 4, idade: [52, 85], sexo: 'M', dias: [3.6, 0.4], eletivo: true, uti: 0.02, sazonalidade: 'ELETIVA' },
  { cid: 'M179', peso: 5, idade: [55, 85], dias: [5, 0.35], eletivo: true, uti: 0.05, sazonalidade: 'ELETIVA' },
  { cid: 'M169', peso: 4, idade: [52, 85], dias: [5.5, 0.35], eletivo: true, uti: 0.06, obito: 0.005, sazonalidade: 'ELETIVA' },
  { cid: 'M511', peso: 3, idade: [28, 68], dias: [4, 0.4], eletivo: true, uti: 0.06, sazonalidade: 'ELETIVA' },
  { cid: 'I839', peso: 3, idade: [28, 70], dias: [1.7, 0.3], eletivo: true, sazonalidade: 'ELETIVA' },
  { cid: 'N200', peso: 4, idade: [22, 70], dias: [2.8, 0.4], eletivo: true, sazonalidade: 'ELETIVA' },
  { cid: 'E668', peso: 3, idade: [22, 58], dias: [3, 0.25], eletivo: true, uti: 0.08, sazonalidade: 'ELETIVA' },
  { cid: 'C509', peso: 4, idade: [35, 82], sexo: 'F', dias: [3.2, 0.4], eletivo: true, sazonalidade: 'ELETIVA' },
  { cid: 'C61', peso: 3, idade: [52, 80], sexo: 'M', dias: [4.2, 0.4], eletivo: true, uti: 0.06, sazonalidade: 'ELETIVA' },
  { cid: 'C187', peso: 3, idade: [45, 86], dias: [9, 0.45], eletivo: true, uti: 0.3, obito: 0.03, sazonalidade: 'ELETIVA' },
  { cid: 'I251', peso: 3, idade: [48, 82], dias: [9, 0.35], eletivo: true, uti: 1, obito: 0.03, sazonalidade: 'ELETIVA' },
  { cid: 'K359', peso: 9, idade: [12, 70], dias: [4, 0.45], uti: 0.01, obito: 0.003, saida: ['K350'] },
  { cid: 'K810', peso: 6, idade: [25, 88], dias: [5.5, 0.45], uti: 0.04, obito: 0.01 },
  { cid: 'K566', peso: 3, idade: [40, 92], dias: [9, 0.5], uti: 0.15, obito: 0.07 },
  { cid: 'S720', peso: 5, idade: [65, 97], dias: [10, 0.45], uti: 0.12, obito: 0.06 },
  { cid: 'S822', peso: 5, idade: [16, 60], dias: [7.5, 0.5], obito: 0.003, sazonalidade: 'FERIAS' },
  { cid: 'S525', peso: 4, idade: [16, 75], dias: [2.6, 0.4], sazonalidade: 'FERIAS' },
  { cid: 'S423', peso: 2, idade: [16, 75], dias: [4, 0.4], sazonalidade: 'FERIAS' },
  { cid: 'L024', peso: 3, idade: [16, 75], dias: [4.5, 0.4] },
  { cid: 'I743', peso: 2, idade: [50, 90], dias: [9, 0.5], uti: 0.15, obito: 0.07 },
];
