import mysql from 'mysql2/promise';
import type { Base, Linha } from '../../ferramentas/apoio/base.js';

/** One connection that stays open: the database is looked at after every request. */
export interface Olho {
  consultar(sql: string): Promise<Linha[]>;
  fechar(): Promise<void>;
}

export async function abrirOlho(base: Base): Promise<Olho> {
  if (base.motor === 'sqlite')
    return { consultar: (sql) => base.consultar(sql), fechar: async () => undefined };
  const { DB_HOST, DB_PORT, DB_USER, DB_PASSWORD, DB_NAME } = base.variaveis;
  const conexao = await mysql.createConnection({
    host: DB_HOST!,
    port: Number(DB_PORT),
    user: DB_USER!,
    password: DB_PASSWORD!,
    database: DB_NAME!,
  });
  return {
    consultar: async (sql) => {
      const [linhas] = await conexao.query(sql);
      return Array.isArray(linhas) ? (linhas as Linha[]) : [];
    },
    fechar: async () => conexao.destroy(),
  };
}
