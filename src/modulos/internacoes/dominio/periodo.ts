/** `[inicio, fim)`; a null `fim` has not come yet. */
export interface Periodo {
  readonly inicio: Date;
  readonly fim: Date | null;
}

/**
 * True when two periods share time. Touching is not overlapping: who leaves at 10:00 may come back at 10:00.
 * A period of no length counts as its instant, and overlaps only what has it strictly inside.
 */
export function sobrepoe(a: Periodo, b: Periodo): boolean {
  return comecaAntesDoFim(a, b) && comecaAntesDoFim(b, a);
}

const comecaAntesDoFim = (a: Periodo, b: Periodo): boolean =>
  b.fim === null || a.inicio.getTime() < b.fim.getTime();
