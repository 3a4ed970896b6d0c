import type { Parametro } from '../../banco/dialeto.js';
import { comoErroDeBanco } from '../../banco/erros-de-banco.js';
import type { Leitura } from '../../banco/leitura.js';
import type { Invariante } from './invariante.js';
import type { Escuta } from './reunir.js';

/** More violations than this of one invariant are not counted. */
export const MAXIMO_DE_VIOLACOES = 1000;

export interface Contexto {
  readonly agora: Date;
  /** Since when what is due must have been done: reactions under way are no violation. */
  readonly prazo: Date;
  readonly escutas: readonly Escuta[];
}

/** How one invariant was found. */
export interface Conferencia {
  readonly invariante: Invariante;
  /** False: the database took too long. Nothing is known then. */
  readonly conferida: boolean;
  /** `leito:12`, in order of id; never more than `MAXIMO_DE_VIOLACOES`. */
  readonly registros: readonly string[];
  /** There are others. */
  readonly haMais: boolean;
  readonly duracaoMs: number;
}

/**
 * Looks for what breaks the invariant. Reads without locks. Throws when the database is away; when it only
 * took longer than a read may take, the answer says that it was not checked.
 */
export async function conferir(
  leitura: Leitura,
  invariante: Invariante,
  contexto: Contexto,
): Promise<Conferencia> {
  const inicio = performance.now();
  const ids = await procurar(leitura, invariante, contexto);
  return {
    invariante,
    conferida: ids !== null,
    registros: (ids ?? []).slice(0, MAXIMO_DE_VIOLACOES).map((id) => nomear(invariante, id)),
    haMais: ids !== null && ids.length > MAXIMO_DE_VIOLACOES,
    duracaoMs: Math.round(performance.now() - inicio),
  };
}

/** Null when it took too long. */
async function procurar(leitura: Leitura, { sql }: Invariante, contexto: Contexto): Promise<string[] | null> {
  const [texto, parametros] = comParametros(sql, contexto);
  try {
    const linhas = await leitura.consultar(
      `SELECT DISTINCT v.id FROM (${texto}) v ORDER BY v.id LIMIT ${MAXIMO_DE_VIOLACOES + 1}`,
      parametros,
    );
    return linhas.map(({ id }) => String(id));
  } catch (erro) {
    if (comoErroDeBanco(erro)?.natureza !== 'conexao') throw erro;
    await leitura.consultar('SELECT 1 AS um');
    return null;
  }
}

const nomear = ({ registro }: Invariante, id: string): string =>
  registro === undefined ? id : `${registro}:${id}`;

/** The names that an invariant may use, in the places where it used them. */
export function comParametros(
  sql: string,
  { agora, prazo, escutas }: Contexto,
): [sql: string, parametros: Parametro[]] {
  const parametros: Parametro[] = [];
  const texto = sql.replace(/:(agora|prazo|escutas)\b/g, (_, nome: string) => {
    if (nome === 'escutas') return `(${escutas.map(comoLinha).join(' UNION ALL ')})`;
    parametros.push(nome === 'agora' ? agora : prazo);
    return '?';
  });
  return [texto, parametros];
}

/** Both names are of the product's own code, checked where they are declared. */
const comoLinha = ({ tipo, saga }: Escuta): string => `SELECT '${tipo}' AS tipo, '${saga}' AS saga`;
