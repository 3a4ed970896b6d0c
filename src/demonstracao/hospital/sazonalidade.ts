/** How often a thing happens in each month, from January, against the mean of the year. */
export const SAZONALIDADES = {
  NENHUMA: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  /** Cold and dry air, closed windows. */
  RESPIRATORIA: [0.66, 0.66, 0.86, 1.05, 1.32, 1.5, 1.5, 1.28, 1.02, 0.84, 0.68, 0.63],
  /** The syncytial virus comes before the cold. */
  BRONQUIOLITE: [0.3, 0.55, 1.15, 1.75, 2.1, 1.9, 1.35, 0.95, 0.7, 0.5, 0.4, 0.35],
  /** The end of the rains. */
  DENGUE: [0.8, 1.5, 2.4, 2.7, 1.8, 0.8, 0.35, 0.25, 0.25, 0.3, 0.35, 0.5],
  /** Heat: infections of the gut, dehydration, colics. */
  VERAO: [1.35, 1.3, 1.15, 0.95, 0.85, 0.78, 0.75, 0.85, 0.9, 1, 1.1, 1.2],
  /** Holidays: roads, pools and ladders. */
  FERIAS: [1.25, 1.1, 0.95, 0.95, 0.92, 0.95, 1.1, 0.92, 0.9, 0.95, 0.97, 1.25],
  /** What can wait does not happen at Christmas, nor in January. */
  ELETIVA: [0.78, 0.92, 1.08, 1.05, 1.08, 1.05, 0.98, 1.1, 1.1, 1.12, 1.05, 0.62],
} as const satisfies Record<string, readonly number[]>;

export type Sazonalidade = keyof typeof SAZONALIDADES;

/** From Monday to Sunday. */
const URGENCIAS_NA_SEMANA = [1.1, 1.04, 1.02, 1, 1, 0.92, 0.92] as const;
const ELETIVAS_NA_SEMANA = [1.25, 1.4, 1.4, 1.3, 1, 0.2, 0.45] as const;

/** `diaDaSemana`: 0 for Monday. */
export const fatorDaSemana = (eletiva: boolean, diaDaSemana: number): number =>
  (eletiva ? ELETIVAS_NA_SEMANA : URGENCIAS_NA_SEMANA)[diaDaSemana]!;
