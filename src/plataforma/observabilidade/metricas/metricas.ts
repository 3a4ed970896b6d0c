import { Injectable } from '@nestjs/common';

export type Rotulos = Readonly<Record<string, string>>;

/** Upper bounds, in seconds: from an answer out of memory to the deadline of a unit of work. */
const FAIXAS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Serie {
  readonly rotulos: Rotulos;
  readonly porFaixa: number[];
  soma: number;
  total: number;
}

/** One value of a gauge now. */
export interface Medida {
  readonly rotulos?: Rotulos;
  readonly valor: number;
}

interface Medidor {
  readonly nome: string;
  readonly tipo: 'gauge' | 'counter';
  readonly ajuda: string;
  readonly ler: () => readonly Medida[] | Promise<readonly Medida[]>;
}

/**
 * What the process tells of itself, in the text format of Prometheus (0.0.4). Labels come from the code (route
 * templates, states, names of tasks), never from what somebody typed: their number is bounded.
 */
@Injectable()
export class Metricas {
  readonly #duracoes = new Map<string, { readonly ajuda: string; readonly series: Map<string, Serie> }>();
  readonly #medidores: Medidor[] = [];

  /** Adds one observation, in seconds, to a histogram. */
  observar(nome: string, ajuda: string, rotulos: Rotulos, segundos: number): void {
    const duracao = this.#duracoes.get(nome) ?? { ajuda, series: new Map<string, Serie>() };
    this.#duracoes.set(nome, duracao);
    const chave = Object.values(rotulos).join('\n');
    const serie = duracao.series.get(chave) ?? {
      rotulos,
      porFaixa: FAIXAS_S.map(() => 0),
      soma: 0,
      total: 0,
    };
    duracao.series.set(chave, serie);
    serie.soma += segundos;
    serie.total += 1;
    const faixa = FAIXAS_S.findIndex((limite) => segundos <= limite);
    if (faixa >= 0) serie.porFaixa[faixa]! += 1;
  }

  /** A value that is read when somebody asks; one that cannot be read then is left out. */
  medir(nome: string, tipo: Medidor['tipo'], ajuda: string, ler: Medidor['ler']): void {
    this.#medidores.push({ nome, tipo, ajuda, ler });
  }

  async texto(): Promise<string> {
    const medidas = await Promise.all(this.#medidores.map(escreverMedidor));
    const duracoes = [...this.#duracoes].map(([nome, { ajuda, series }]) => [
      ...cabecalho(nome, 'histogram', ajuda),
      ...[...series.values()].flatMap((serie) => escreverSerie(nome, serie)),
    ]);
    return `${[...medidas, ...duracoes].flat().join('\n')}\n`;
  }
}

async function escreverMedidor({ nome, tipo, ajuda, ler }: Medidor): Promise<string[]> {
  try {
    const medidas = await ler();
    return [...cabecalho(nome, tipo, ajuda), ...medidas.map((m) => linha(nome, m.rotulos ?? {}, m.valor))];
  } catch {
    return [];
  }
}

function escreverSerie(nome: string, { rotulos, porFaixa, soma, total }: Serie): string[] {
  let acumulado = 0;
  const faixas = FAIXAS_S.map((limite, i) => {
    acumulado += porFaixa[i]!;
    return linha(`${nome}_bucket`, { ...rotulos, le: String(limite) }, acumulado);
  });
  return [
    ...faixas,
    linha(`${nome}_bucket`, { ...rotulos, le: '+Inf' }, total),
    linha(`${nome}_sum`, rotulos, soma),
    linha(`${nome}_count`, rotulos, total),
  ];
}

const cabecalho = (nome: string, tipo: string, ajuda: string): string[] => [
  `# HELP ${nome} ${ajuda}`,
  `# TYPE ${nome} ${tipo}`,
];

const linha = (nome: string, rotulos: Rotulos, valor: number): string =>
  `${nome}${escreverRotulos(rotulos)} ${valor}`;

function escreverRotulos(rotulos: Rotulos): string {
  const pares = Object.entries(rotulos).map(
    ([nome, valor]) => `${nome}="${valor.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`,
  );
  return pares.length === 0 ? '' : `{${pares.join(',')}}`;
}
