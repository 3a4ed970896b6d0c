/** What a run of requests came to. Latencies in milliseconds, in ascending order. */
export interface Amostra {
  readonly latencias: Float64Array;
  /** From the first request sent to the last answer received. */
  readonly segundos: number;
  /** Answers that were not 2xx, and requests without one: of the first of each kind, what it said. */
  readonly falhas: number;
  readonly queixas: readonly string[];
  /** How many requests of the plan were used. */
  readonly usados: number;
}

/** Answers per second. */
export const vazao = ({ latencias, segundos }: Pick<Amostra, 'latencias' | 'segundos'>): number =>
  segundos === 0 ? 0 : latencias.length / segundos;

/** Nearest-rank percentile of values in ascending order; NaN of none. */
export function percentil(emOrdem: Float64Array, p: number): number {
  if (emOrdem.length === 0) return NaN;
  return emOrdem[Math.max(0, Math.ceil((p / 100) * emOrdem.length) - 1)]!;
}

/** The middle value; of an even count, the mean of the two in the middle. NaN of none. */
export function mediana(valores: readonly number[]): number {
  const emOrdem = valores.toSorted((a, b) => a - b);
  const meio = emOrdem.length / 2;
  if (emOrdem.length % 2 === 1) return emOrdem[Math.floor(meio)]!;
  return (emOrdem[meio - 1]! + emOrdem[meio]!) / 2;
}

/** Several runs as one. */
export function juntar(amostras: readonly Amostra[]): Amostra {
  const latencias = new Float64Array(amostras.reduce((soma, a) => soma + a.latencias.length, 0));
  let lugar = 0;
  for (const amostra of amostras) {
    latencias.set(amostra.latencias, lugar);
    lugar += amostra.latencias.length;
  }
  return {
    latencias: latencias.sort(),
    segundos: amostras.reduce((soma, a) => soma + a.segundos, 0),
    falhas: amostras.reduce((soma, a) => soma + a.falhas, 0),
    queixas: [...new Set(amostras.flatMap((a) => a.queixas))],
    usados: amostras.reduce((soma, a) => soma + a.usados, 0),
  };
}
