import type { Lado } from '../apoio/lado.js';
import { escreve, type Pedidos, type Rota } from '../apoio/rotas.js';
import { type Amostra, juntar, mediana, vazao } from '../gerador/amostra.js';
import type { Gerador } from '../gerador/gerador.js';

export interface Medicao {
  readonly gerador: Gerador;
  readonly conexoes: number;
  readonly segundos: number;
  readonly rodadas: number;
  /** What a process needs to be compiled hot, and the database to have its pages at hand. */
  readonly aquecimentoS: number;
  /** Of one run where there are no turns to take. */
  readonly seguidosS: number;
}

export interface Medido {
  readonly lado: Lado;
  readonly pedidos: Pedidos;
}

/** Product and floor on one route, round by round. */
export interface Comparacao {
  readonly produto: Amostra;
  readonly piso: Amostra;
  /** Throughput of the product by that of the floor, of each round, and the middle one. */
  readonly razoes: readonly number[];
  readonly razao: number;
}

/** No server here answers more a second, so more requests than this would not be used. */
const MAXIMO_POR_SEGUNDO = 4_000;

/**
 * Turns of product and floor, in alternate order, so that what the machine does meanwhile falls on both: many and
 * short, because a shared machine is now fast and now slow, and the middle one of few long turns says little.
 */
export async function comparar(
  rota: Rota,
  produto: Medido,
  piso: Medido,
  medicao: Medicao,
): Promise<Comparacao> {
  const aquecer = { ...medicao, segundos: medicao.aquecimentoS };
  for (const lado of [produto, piso]) await medir(rota, lado, aquecer);
  const rodadas: { produto: Amostra; piso: Amostra }[] = [];
  for (let i = 0; i < medicao.rodadas; i++) {
    const primeiro = await medir(rota, i % 2 === 0 ? produto : piso, medicao);
    const segundo = await medir(rota, i % 2 === 0 ? piso : produto, medicao);
    rodadas.push(i % 2 === 0 ? { produto: primeiro, piso: segundo } : { produto: segundo, piso: primeiro });
  }
  const razoes = rodadas.map((rodada) => vazao(rodada.produto) / vazao(rodada.piso));
  return {
    produto: juntar(rodadas.map((rodada) => rodada.produto)),
    piso: juntar(rodadas.map((rodada) => rodada.piso)),
    razoes,
    razao: mediana(razoes),
  };
}

/** One run of a closed loop; throws when any answer was not a success, for then nothing was measured. */
export async function medir(
  rota: Rota,
  { lado, pedidos }: Medido,
  { gerador, conexoes, segundos }: Pick<Medicao, 'gerador' | 'conexoes' | 'segundos'>,
): Promise<Amostra> {
  const lista = pedidos.de(rota, Math.ceil(segundos * MAXIMO_POR_SEGUNDO));
  const { porta, token } = lado;
  const amostra = await gerador.rodar({
    ...{ porta, token, conexoes, segundos },
    ...{ pedidos: lista, repetir: !escreve(rota) },
  });
  pedidos.gastar(rota, amostra.usados);
  if (amostra.falhas > 0)
    throw new Error(`${amostra.falhas} pedidos não tiveram sucesso: ${amostra.queixas.join(' | ')}`);
  return amostra;
}
