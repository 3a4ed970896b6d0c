import { type Origem, origemDe } from './origem.js';

/** What `node --cpu-prof` writes, as far as it is read here. */
export interface PerfilDeCpu {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  /** Which node was running at each sample, and how long after the one before, in microseconds. */
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
  readonly startTime: number;
}

/** One function: microseconds in itself, and with all that it called. */
export interface Gasto {
  readonly onde: string;
  readonly origem: Origem;
  /** Of the product's own files. */
  readonly doProduto: boolean;
  readonly proprio: number;
  readonly inclusivo: number;
}

/** The time of each function between two instants of the profile's clock. Recursion counts once. */
export function somar(
  { nodes, samples, timeDeltas, startTime }: PerfilDeCpu,
  inicio: number,
  fim: number,
): Gasto[] {
  const [proprios, pais] = [new Map<number, number>(), new Map<number, number>()];
  for (const { id, children = [] } of nodes) for (const filho of children) pais.set(filho, id);
  let agora = startTime;
  samples.forEach((no, i) => {
    // A sample says what was running until the next one.
    const duracao = timeDeltas[i + 1] ?? 0;
    agora += timeDeltas[i]!;
    if (agora >= inicio && agora <= fim) proprios.set(no, (proprios.get(no) ?? 0) + duracao);
  });
  const nomes = new Map(nodes.map(({ id, callFrame }) => [id, { ...callFrame, onde: nomear(callFrame) }]));
  const gastos = new Map<string, { -readonly [C in keyof Omit<Gasto, 'onde'>]: Gasto[C] }>();
  for (const [no, us] of proprios) {
    const vistos = new Set<string>();
    for (let atual: number | undefined = no; atual !== undefined; atual = pais.get(atual)) {
      const { onde, ...quadro } = nomes.get(atual)!;
      const gasto = gastos.get(onde) ?? {
        ...{ proprio: 0, inclusivo: 0, origem: origemDe(quadro) },
        doProduto: quadro.url.includes('/dist/src/'),
      };
      if (atual === no) gasto.proprio += us;
      if (!vistos.has(onde)) gasto.inclusivo += us;
      vistos.add(onde);
      gastos.set(onde, gasto);
    }
  }
  return [...gastos].map(([onde, gasto]) => ({ onde, ...gasto }));
}

/** Microseconds in functions of this origin, or of any. */
export const tempoProprio = (gastos: readonly Gasto[], origem?: Origem): number =>
  gastos.reduce(
    (soma, gasto) => soma + (origem === undefined || gasto.origem === origem ? gasto.proprio : 0),
    0,
  );

export const maisDemoradas = (
  gastos: readonly Gasto[],
  ordem: 'proprio' | 'inclusivo',
  quantas: number,
): Gasto[] =>
  gastos
    .filter(({ doProduto }) => ordem === 'proprio' || doProduto)
    .toSorted((a, b) => b[ordem] - a[ordem])
    .slice(0, quantas);

function nomear({
  functionName,
  url,
  lineNumber,
}: {
  functionName: string;
  url: string;
  lineNumber: number;
}): string {
  const arquivo = url
    .replace(/^file:\/\//, '')
    .replace(/^.*\/node_modules\//, '')
    .replace(/^.*\/dist\//, '');
  return `${functionName || '(anônima)'}${arquivo ? ` ${arquivo}:${lineNumber + 1}` : ''}`;
}
