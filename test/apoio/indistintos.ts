/** One response time of each of two kinds of request, in milliseconds, as somebody outside measures them. */
export interface Amostras {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

export interface Comparacao {
  readonly medianas: readonly [number, number];
  /** Probability that one of `a` takes longer than one of `b`: 0.5 when nobody can tell them apart (Mann–Whitney U). */
  readonly auc: number;
  /** Two-sided, by the normal approximation. */
  readonly p: number;
}

/** Measures `n` of each, in an order that the seed shuffles: whatever else happens falls on both alike; `antes` is not measured. */
export async function amostrar(
  n: number,
  pedirA: (i: number) => Promise<unknown>,
  pedirB: (i: number) => Promise<unknown>,
  { semente = 1, antes }: { semente?: number; antes?: () => Promise<unknown> } = {},
): Promise<Amostras> {
  const vezes = embaralhar(
    Array.from({ length: 2 * n }, (_, i) => ({ eA: i < n, i: i % n })),
    semente,
  );
  const amostras: { a: number[]; b: number[] } = { a: [], b: [] };
  for (const { eA, i } of vezes) {
    await antes?.();
    const inicio = performance.now();
    await (eA ? pedirA : pedirB)(i);
    amostras[eA ? 'a' : 'b'].push(performance.now() - inicio);
  }
  return amostras;
}

export function comparar({ a, b }: Amostras): Comparacao {
  const postos = [...a.map((t) => ({ t, eA: true })), ...b.map((t) => ({ t, eA: false }))].sort(
    (x, y) => x.t - y.t,
  );
  const somaDeA = postos.reduce((soma, { eA }, i) => (eA ? soma + i + 1 : soma), 0);
  const u = somaDeA - (a.length * (a.length + 1)) / 2;
  const pares = a.length * b.length;
  const desvio = Math.sqrt((pares * (a.length + b.length + 1)) / 12);
  const z = Math.abs(u - pares / 2) / desvio;
  return { medianas: [mediana(a), mediana(b)], auc: u / pares, p: 2 * caudaNormal(z) };
}

/**
 * Null when nobody could tell the two apart: the ranks are those of chance (p > 0.001), or, when the machine is noisy,
 * the medians differ by less than `folga` of the smaller. Otherwise what was seen.
 */
export function oQueDistingue(amostras: Amostras, folga = 0.1): string | null {
  const { medianas, auc, p } = comparar(amostras);
  const [menor, maior] = [Math.min(...medianas), Math.max(...medianas)];
  if (p > 0.001 || maior / menor < 1 + folga) return null;
  return `medians ${medianas.map((m) => m.toFixed(2)).join(' and ')} ms, AUC ${auc.toFixed(3)}, p ${p.toExponential(1)}`;
}

const mediana = (valores: readonly number[]): number =>
  [...valores].sort((x, y) => x - y)[Math.floor(valores.length / 2)]!;

/** Upper tail of the standard normal (Abramowitz and Stegun 26.2.17). */
function caudaNormal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const polinomio =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polinomio;
}

/** Fisher–Yates with a linear congruential generator. */
function embaralhar<T>(itens: T[], semente: number): T[] {
  let estado = semente;
  for (let i = itens.length - 1; i > 0; i--) {
    estado = (Math.imul(estado, 1664525) + 1013904223) >>> 0;
    const j = estado % (i + 1);
    [itens[i], itens[j]] = [itens[j]!, itens[i]!];
  }
  return itens;
}
