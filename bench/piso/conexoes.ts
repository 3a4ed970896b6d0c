import mysql, { type Pool, type PoolConnection } from 'mysql2';
import { PREPARO_DA_SESSAO, PREPARO_DE_ALGUNS } from '../../src/banco/dialeto.js';

export type Linha = Record<string, unknown>;
export type Valor = string | number | null;
type Executor = Pick<Pool | PoolConnection, 'execute'>;

/** As many connections as the product has by default, prepared as it prepares its own. */
const CONEXOES = 20;

/** A pool of the bare driver. Instants stay text, as the answers need them: nothing is decoded to be written again. */
export function abrirPool(variaveis: Readonly<Record<string, string | undefined>>): Pool {
  const pool = mysql.createPool({
    host: variaveis.DB_HOST!,
    port: Number(variaveis.DB_PORT),
    user: variaveis.DB_USER!,
    password: variaveis.DB_PASSWORD!,
    database: variaveis.DB_NAME!,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: true,
    connectionLimit: CONEXOES,
    maxPreparedStatements: 200,
  });
  pool.on('connection', (conexao) => {
    for (const sql of PREPARO_DA_SESSAO) conexao.query(sql, (erro) => erro && conexao.destroy());
    for (const sql of PREPARO_DE_ALGUNS) conexao.query(sql, () => undefined);
  });
  return pool;
}

/** A prepared SELECT. Here everything is prepared: for these statements it is what costs the bare driver least. */
export const consultar = (em: Executor, sql: string, parametros: Valor[]): Promise<Linha[]> =>
  new Promise((resolver, recusar) => {
    em.execute(sql, parametros, (erro, linhas) => (erro ? recusar(erro) : resolver(linhas as Linha[])));
  });

/** Any other prepared statement: the rows it matched, and the id that it generated. */
export const executar = (
  em: Executor,
  sql: string,
  parametros: Valor[],
): Promise<{ affectedRows: number; insertId: number }> =>
  new Promise((resolver, recusar) => {
    em.execute(sql, parametros, (erro, resultado) =>
      erro ? recusar(erro) : resolver(resultado as { affectedRows: number; insertId: number }),
    );
  });

/** Runs `trabalho` in a transaction on a connection of its own. */
export async function emTransacao<T>(pool: Pool, trabalho: (tx: PoolConnection) => Promise<T>): Promise<T> {
  const tx = await new Promise<PoolConnection>((resolver, recusar) => {
    pool.getConnection((erro, conexao) => (erro ? recusar(erro) : resolver(conexao)));
  });
  const mandar = (sql: string): Promise<void> =>
    new Promise((resolver, recusar) => tx.query(sql, (erro) => (erro ? recusar(erro) : resolver())));
  try {
    await mandar('START TRANSACTION');
    const valor = await trabalho(tx);
    await mandar('COMMIT');
    return valor;
  } catch (erro) {
    await mandar('ROLLBACK');
    throw erro;
  } finally {
    tx.release();
  }
}

/** As the database keeps an instant. */
export const guardado = (em: Date): string => em.toISOString().replace('T', ' ').slice(0, 23);

/** As the answers show it. The driver leaves out a fraction of zero. */
export const mostrado = (texto: unknown): string | null =>
  typeof texto === 'string'
    ? `${texto.slice(0, 10)}T${texto.slice(11)}${texto.length === 19 ? '.000' : ''}Z`
    : null;
