import type { Diagnostico } from './diagnostico.js';
import { CIRURGICOS } from './diagnosticos-cirurgicos.js';
import { CLINICOS, DE_EMERGENCIA, INTENSIVOS, PSIQUIATRICOS } from './diagnosticos-clinicos.js';
import { NEONATAIS, OBSTETRICOS, PEDIATRICOS } from './diagnosticos-da-infancia.js';

/** A way into the hospital: which patients, how many on an average day, and what brings them. */
export interface Linha {
  readonly porDia: number;
  readonly diagnosticos: readonly Diagnostico[];
}

export const LINHAS = {
  CLINICA: { porDia: 3.1, diagnosticos: CLINICOS },
  INTENSIVA: { porDia: 1.55, diagnosticos: INTENSIVOS },
  CIRURGICA: { porDia: 4.7, diagnosticos: CIRURGICOS },
  PEDIATRICA: { porDia: 2.6, diagnosticos: PEDIATRICOS },
  OBSTETRICA: { porDia: 1.5, diagnosticos: OBSTETRICOS },
  NEONATAL: { porDia: 0.53, diagnosticos: NEONATAIS },
  EMERGENCIA: { porDia: 0.6, diagnosticos: DE_EMERGENCIA },
  PSIQUIATRICA: { porDia: 0.36, diagnosticos: PSIQUIATRICOS },
} as const satisfies Record<string, Linha>;

export type NomeDaLinha = keyof typeof LINHAS;
