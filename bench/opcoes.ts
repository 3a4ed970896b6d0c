import { parseArgs } from 'node:util';
import { ErroDeUso } from '../ferramentas/aih/erro-de-uso.js';
import { ROTAS } from './apoio/rotas.js';

/** What a run measures, in the order in which it does. */
export const SECOES = ['leituras', 'escritas', 'sqlite', 'reacao', 'crescimento', 'tamanho'] as const;
export type NomeDaSecao = (typeof SECOES)[number];

export interface Opcoes {
  readonly curto: boolean;
  readonly secoes: readonly NomeDaSecao[];
  /** How many stays are loaded, in ascending order; the first is what the others are compared with. */
  readonly tamanhos: readonly number[];
  readonly segundos: number;
  readonly rodadas: number;
  readonly conexoes: number;
  readonly semente: number;
  readonly semFsync: boolean;
  readonly perfil: Perfilada | null;
  readonly ajuda: boolean;
}

/** What can be profiled: a route, or the worker while it delivers. */
export const PERFILADAS = [...ROTAS, 'rele'] as const;
export type Perfilada = (typeof PERFILADAS)[number];

const TAMANHOS = [10_000, 1_000_000];
const GRANDE = 10_000_000;

export const AJUDA = `Uso: npm run bench -- [opções]

Mede o Plantão ao lado do piso: um servidor nu (node:http e mysql2) que faz o mesmo trabalho.

  --so LISTA        só estas partes: ${SECOES.join(', ')}
  --curto           tudo em uns dois minutos, só para experimentar; não grava resultado
  --segundos N      quanto dura cada rodada (padrão 1)
  --rodadas N       rodadas de cada lado (padrão 15)
  --conexoes N      conexões que pedem ao mesmo tempo (padrão 32)
  --tamanhos LISTA  internações carregadas para medir o crescimento (padrão ${TAMANHOS.join(',')})
  --grande          acrescenta ${GRANDE} aos tamanhos: uns 20 minutos e 40 GB de disco a mais
  --semente N       de que os sorteios partem (padrão 1)
  --sem-fsync       o banco não espera pelo disco a cada COMMIT: mostra quanto ele custa
  --perfil PARTE    em vez de medir, mostra em que o produto gasta o tempo: ${PERFILADAS.join(', ')}
  --ajuda           mostra este texto`;

/** Reads the command line; throws ErroDeUso when it makes no sense. */
export function lerOpcoes(argumentos: readonly string[]): Opcoes {
  const valores = separar(argumentos);
  const { curto } = valores;
  const tamanhos = valores.tamanhos
    ?.split(',')
    .map((texto) => numero('--tamanhos', texto, 1_000, 20_000_000));
  return {
    curto,
    secoes: lista('--so', valores.so, SECOES),
    tamanhos: [
      ...(tamanhos ?? (curto ? [1_000, 5_000] : TAMANHOS)),
      ...(valores.grande ? [GRANDE] : []),
    ].sort((a, b) => a - b),
    segundos: numero('--segundos', valores.segundos ?? '1', 1, 600),
    rodadas: numero('--rodadas', valores.rodadas ?? (curto ? '2' : '15'), 1, 100),
    conexoes: numero('--conexoes', valores.conexoes, 1, 500),
    semente: numero('--semente', valores.semente, 0, 2 ** 31),
    semFsync: valores['sem-fsync'],
    perfil: valores.perfil === undefined ? null : lista('--perfil', valores.perfil, PERFILADAS)[0]!,
    ajuda: valores.ajuda,
  };
}

function separar(argumentos: readonly string[]) {
  try {
    return parseArgs({
      args: [...argumentos],
      options: {
        so: { type: 'string' },
        curto: { type: 'boolean', default: false },
        segundos: { type: 'string' },
        rodadas: { type: 'string' },
        conexoes: { type: 'string', default: '32' },
        tamanhos: { type: 'string' },
        grande: { type: 'boolean', default: false },
        semente: { type: 'string', default: '1' },
        'sem-fsync': { type: 'boolean', default: false },
        perfil: { type: 'string' },
        ajuda: { type: 'boolean', default: false },
      },
    }).values;
  } catch (erro) {
    const motivo = erro instanceof Error ? erro.message : String(erro);
    throw new ErroDeUso(`Não entendi a linha de comando (${motivo})\n\n${AJUDA}`);
  }
}

function numero(opcao: string, texto: string, minimo: number, maximo: number): number {
  const valor = texto.trim() === '' ? NaN : Number(texto);
  if (!Number.isInteger(valor) || valor < minimo || valor > maximo)
    throw new ErroDeUso(`${opcao} precisa ser um número inteiro de ${minimo} a ${maximo}: ${texto}`);
  return valor;
}

/** In the order of `todos`; all of them when nothing is said. */
function lista<T extends string>(opcao: string, texto: string | undefined, todos: readonly T[]): T[] {
  if (texto === undefined) return [...todos];
  const pedidos = texto.split(',').map((item) => item.trim());
  const estranho = pedidos.find((item) => !(todos as readonly string[]).includes(item));
  if (estranho !== undefined)
    throw new ErroDeUso(`${opcao} não conhece "${estranho}": use ${todos.join(', ')}`);
  return todos.filter((item) => pedidos.includes(item));
}
