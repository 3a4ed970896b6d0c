/** Why somebody has under care a patient whom no stay gives them. */
export type OrigemDoVinculo = 'ATENDIMENTO' | 'EMERGENCIA';

/** What who reviews an emergency access may find. */
export const PARECERES = ['JUSTIFICADO', 'INJUSTIFICADO'] as const;
export type Parecer = (typeof PARECERES)[number];

const HORA_MS = 3_600_000;

/** Until when each lasts, from when it begins. */
export const fimDoVinculo = (origem: OrigemDoVinculo, desde: Date): Date =>
  new Date(desde.getTime() + (origem === 'EMERGENCIA' ? 1 : 24) * HORA_MS);
