import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import type { ServidorDeTeste } from '#scripts/servidor-de-teste.mjs';

export const ADMIN = { email: 'admin@medida.local', senha: 'senha-de-medida-1' };

export type Motor = 'sqlite' | 'mysql';
export type Linha = Readonly<Record<string, unknown>>;

/** An empty database of its own for the product under measure, and a way to look into it past the product. */
export interface Base {
  readonly motor: Motor;
  /** The environment with which the product uses it; a real hospital, not a demonstration. */
  readonly variaveis: Readonly<Record<string, string>>;
  /** Rows of a SELECT, or none for any other statement; on a connection of its own. */
  consultar(sql: string, parametros?: readonly (string | number)[]): Promise<Linha[]>;
  /** Drops it, with all that is in it. */
  apagar(): Promise<void>;
}

const COMUNS = {
  ADMIN_EMAIL: ADMIN.email,
  ADMIN_SENHA: ADMIN.senha,
  LOG_LEVEL: 'error',
  DEMO: 'false',
};

/** An embedded database in a temporary folder. */
export function criarBaseSqlite(): Base {
  const pasta = mkdtempSync(join(tmpdir(), 'plantao-base-'));
  let conexao: Database.Database | undefined;
  const abrir = (): Database.Database => (conexao ??= new Database(join(pasta, 'plantao.sqlite')));
  return {
    motor: 'sqlite',
    variaveis: { ...COMUNS, DADOS_DIR: pasta },
    consultar: async (sql, parametros = []) => {
      const comando = abrir().prepare(sql);
      if (comando.reader) return comando.all(...parametros) as Linha[];
      comando.run(...parametros);
      return [];
    },
    apagar: async () => {
      conexao?.close();
      rmSync(pasta, { recursive: true, force: true });
    },
  };
}

export interface EnderecoDoServidor {
  readonly host: string;
  readonly port: number;
}

/**
 * A new database on the server. The product reaches it through `porta`, when one is given: that of a proxy in
 * front of the server.
 */
export async function criarBaseMysql(
  servidor: ServidorDeTeste,
  porta: EnderecoDoServidor = servidor,
): Promise<Base> {
  const { host, port, user, password } = servidor;
  const nome = `plantao_${randomBytes(5).toString('hex')}`;
  const pasta = mkdtempSync(join(tmpdir(), 'plantao-base-'));
  // One connection at a time, made anew when the server has been away.
  const consultar = async (sql: string, parametros: readonly (string | number)[] = []): Promise<Linha[]> => {
    const conexao = await mysql.createConnection({
      host,
      port,
      user,
      password,
      database: nome,
      timezone: 'Z',
    });
    try {
      const [linhas] = await conexao.query(sql, [...parametros]);
      return Array.isArray(linhas) ? (linhas as Linha[]) : [];
    } finally {
      conexao.destroy();
    }
  };
  const administrar = async (sql: string): Promise<void> => {
    const conexao = await mysql.createConnection({ host, port, user, password });
    await conexao.query(sql);
    await conexao.end();
  };
  await administrar(`CREATE DATABASE ${nome}`);
  return {
    motor: 'mysql',
    variaveis: {
      ...COMUNS,
      DADOS_DIR: pasta,
      DB_HOST: porta.host,
      DB_PORT: String(porta.port),
      DB_USER: user,
      DB_PASSWORD: password,
      DB_NAME: nome,
      JWT_SECRET: randomBytes(32).toString('hex'),
    },
    consultar,
    apagar: async () => {
      try {
        await administrar(`DROP DATABASE IF EXISTS ${nome}`);
      } finally {
        rmSync(pasta, { recursive: true, force: true });
      }
    },
  };
}
