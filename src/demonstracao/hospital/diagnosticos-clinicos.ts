import type { Diagnostico } from './diagnostico.js';

/** Internal medicine. */
// prettier-ignore
export const CLINICOS: readonly Diagnostico[] = [
  { cid: 'J189', peso: 14, idade: [35, 95], dias: [7.5, 0.5], uti: 0.1, obito: 0.08, sazonalidade: 'RESPIRATORIA', saida: ['J159', 'J180'] },
  { cid: 'J440', peso: 9, idade: [50, 92], dias: [7.5, 0.5], uti: 0.09, obito: 0.06, sazonalidade: 'RESPIRATORIA' },
  { cid: 'J111', peso: 4, idade: [25, 92], dias: [6, 0.4], uti: 0.07, isolamento: 0.7, obito: 0.05, sazonalidade: 'RESPIRATORIA' },
  { cid: 'J46', peso: 3, idade: [18, 70], dias: [4, 0.4], uti: 0.07, obito: 0.01, sazonalidade: 'RESPIRATORIA' },
  { cid: 'I500', peso: 11, idade: [45, 95], dias: [8.5, 0.5], uti: 0.09, obito: 0.08 },
  { cid: 'I110', peso: 3, idade: [45, 92], dias: [6.5, 0.45], obito: 0.04 },
  { cid: 'I64', peso: 7, idade: [45, 95], dias: [9, 0.55], uti: 0.12, obito: 0.1, saida: ['I639'] },
  { cid: 'N390', peso: 9, idade: [30, 95], dias: [6, 0.45], uti: 0.03, obito: 0.03 },
  { cid: 'N10', peso: 4, idade: [18, 80], dias: [5.5, 0.4], obito: 0.01, saida: ['N12'] },
  { cid: 'N179', peso: 3, idade: [40, 92], dias: [9, 0.5], uti: 0.12, obito: 0.09 },
  { cid: 'N180', peso: 4, idade: [35, 85], dias: [8, 0.5], obito: 0.05 },
  { cid: 'E115', peso: 5, idade: [45, 88], dias: [10, 0.55], obito: 0.03 },
  { cid: 'E107', peso: 2, idade: [18, 55], dias: [6, 0.4], uti: 0.08, obito: 0.01 },
  { cid: 'A46', peso: 4, idade: [30, 88], dias: [6.5, 0.4], saida: ['L031'] },
  { cid: 'L031', peso: 5, idade: [20, 88], dias: [6.5, 0.45], obito: 0.01 },
  { cid: 'K922', peso: 4, idade: [35, 90], dias: [6, 0.5], uti: 0.1, obito: 0.06, saida: ['K254', 'I850'] },
  { cid: 'K746', peso: 3, idade: [35, 78], dias: [9, 0.5], uti: 0.08, obito: 0.12 },
  { cid: 'K85', peso: 3, idade: [25, 75], dias: [8, 0.5], uti: 0.1, obito: 0.04 },
  { cid: 'A09', peso: 3, idade: [18, 92], dias: [3.5, 0.4], sazonalidade: 'VERAO' },
  { cid: 'E86', peso: 2, idade: [60, 95], dias: [3.5, 0.4], obito: 0.02, sazonalidade: 'VERAO' },
  { cid: 'A90', peso: 5, idade: [16, 85], dias: [4, 0.35], uti: 0.02, obito: 0.01, sazonalidade: 'DENGUE' },
  { cid: 'A91', peso: 1, idade: [16, 85], dias: [5.5, 0.4], uti: 0.2, obito: 0.04, sazonalidade: 'DENGUE' },
  { cid: 'I802', peso: 2, idade: [30, 85], dias: [6, 0.4] },
  { cid: 'I269', peso: 2, idade: [30, 88], dias: [8, 0.45], uti: 0.25, obito: 0.08 },
  { cid: 'D649', peso: 2, idade: [30, 92], dias: [4, 0.45] },
  { cid: 'A150', peso: 2, idade: [20, 75], dias: [11, 0.45], isolamento: 1, obito: 0.03 },
  { cid: 'B24', peso: 1, idade: [20, 65], dias: [11, 0.5], isolamento: 0.3, uti: 0.08, obito: 0.07 },
  { cid: 'G409', peso: 2, idade: [18, 80], dias: [4.5, 0.4], obito: 0.01 },
  { cid: 'C349', peso: 2, idade: [48, 88], dias: [9, 0.55], obito: 0.22 },
  { cid: 'C189', peso: 2, idade: [45, 88], dias: [8, 0.5], obito: 0.14 },
  { cid: 'Z511', peso: 4, idade: [30, 80], dias: [2.6, 0.35], eletivo: true },
];

/** What goes to intensive care almost at once. */
// prettier-ignore
export const INTENSIVOS: readonly Diagnostico[] = [
  { cid: 'I219', peso: 12, idade: [40, 92], dias: [8, 0.4], uti: 1, obito: 0.1, saida: ['I214', 'I211'] },
  { cid: 'I200', peso: 6, idade: [42, 90], dias: [5.5, 0.35], uti: 1, obito: 0.02, saida: ['I251'] },
  { cid: 'A419', peso: 9, idade: [35, 95], dias: [12, 0.5], uti: 1, obito: 0.33 },
  { cid: 'J960', peso: 7, idade: [40, 95], dias: [11, 0.5], uti: 1, obito: 0.28, sazonalidade: 'RESPIRATORIA' },
  { cid: 'I639', peso: 6, idade: [48, 95], dias: [11, 0.5], uti: 1, obito: 0.14 },
  { cid: 'I619', peso: 3, idade: [40, 90], dias: [14, 0.5], uti: 1, obito: 0.32 },
  { cid: 'R570', peso: 2, idade: [50, 90], dias: [10, 0.5], uti: 1, obito: 0.4 },
  { cid: 'S069', peso: 4, idade: [16, 75], sexo: 'M', dias: [11, 0.55], uti: 1, obito: 0.14, sazonalidade: 'FERIAS' },
  { cid: 'E101', peso: 2, idade: [16, 60], dias: [5, 0.35], uti: 1, obito: 0.02 },
  { cid: 'T509', peso: 2, idade: [16, 60], dias: [4, 0.4], uti: 1, obito: 0.03 },
];

/** What is solved in the emergency room, in hours. */
// prettier-ignore
export const DE_EMERGENCIA: readonly Diagnostico[] = [
  { cid: 'N23', peso: 9, idade: [20, 65], dias: [0.5, 0.35], sazonalidade: 'VERAO' },
  { cid: 'J459', peso: 8, idade: [16, 70], dias: [0.6, 0.35], sazonalidade: 'RESPIRATORIA' },
  { cid: 'I10', peso: 8, idade: [40, 88], dias: [0.45, 0.35] },
  { cid: 'R074', peso: 9, idade: [30, 85], dias: [0.6, 0.35] },
  { cid: 'A09', peso: 7, idade: [16, 80], dias: [0.45, 0.35], sazonalidade: 'VERAO' },
  { cid: 'T784', peso: 3, idade: [16, 70], dias: [0.4, 0.3] },
  { cid: 'S610', peso: 4, idade: [16, 70], dias: [0.35, 0.3], sazonalidade: 'FERIAS' },
  { cid: 'G439', peso: 5, idade: [18, 60], dias: [0.4, 0.3] },
  { cid: 'R55', peso: 4, idade: [30, 92], dias: [0.7, 0.35] },
  { cid: 'K297', peso: 4, idade: [18, 80], dias: [0.4, 0.3] },
  { cid: 'F100', peso: 3, idade: [18, 65], dias: [0.5, 0.3] },
  { cid: 'E162', peso: 2, idade: [30, 88], dias: [0.5, 0.3] },
  { cid: 'M545', peso: 4, idade: [20, 75], dias: [0.35, 0.3] },
];

// prettier-ignore
export const PSIQUIATRICOS: readonly Diagnostico[] = [
  { cid: 'F200', peso: 8, idade: [18, 60], dias: [24, 0.4] },
  { cid: 'F312', peso: 6, idade: [18, 62], dias: [20, 0.4] },
  { cid: 'F322', peso: 6, idade: [16, 68], dias: [16, 0.4] },
  { cid: 'F192', peso: 6, idade: [16, 50], dias: [21, 0.4] },
  { cid: 'F102', peso: 5, idade: [25, 65], sexo: 'M', dias: [18, 0.4] },
  { cid: 'F603', peso: 2, idade: [18, 40], dias: [13, 0.4] },
];
