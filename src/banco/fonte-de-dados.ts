import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PoolOptions } from 'mysql2';
import { DataSource, type MixedList } from 'typeorm';
import type { ConfiguracaoDoBanco } from '../config/ambiente.js';
import { Impedimento } from '../partida/impedimento.js';
import { PREPARO_DA_SESSAO, PREPARO_DE_ALGUNS, reconhecerServidor, type Motor } from './dialeto.js';
import { aprenderChaves } from './erros-de-banco.js';
import { migrar } from './migrador.js';
import { encurtarMysql } from './mysql.js';
import { serializarSqlite } from './sqlite.js';

/** The schema as the application declares it; the database layer knows no table of its own. */
export interface Esquema {
  readonly entidades: MixedList<new () => object>;
  readonly migracoes: MixedList<new () => object>;
}

export const arquivoSqlite = (banco: ConfiguracaoDoBanco): string => join(banco.dadosDir, 'plantao.sqlite');

/** Connection settings that every pool of the MySQL family shares. */
export function opcoesDoPool(banco: ConfiguracaoDoBanco, host: string): PoolOptions {
  return {
    host,
    port: banco.porta,
    user: banco.usuario,
    password: banco.senha,
    database: banco.nome,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: ['DATE'],
    connectTimeout: 5_000,
    enableKeepAlive: true,
    idleTimeout: 30_000,
    // A connection; the server's own limit, for all clients, is often 16 thousand.
    maxPreparedStatements: 120,
    connectionLimit: banco.conexoes,
  };
}

/** The driver of the servers, loaded only where there is one: the embedded database starts sooner without it. */
const carregarMysql = () => createRequire(import.meta.url)('mysql2') as typeof import('mysql2');

/** A mysql2 whose pools prepare each new connection (isolation, strict mode, UTC) before its first use. */
function mysqlPreparado() {
  const mysql = carregarMysql();
  return {
    ...mysql,
    createPool(opcoes: PoolOptions) {
      const pool = mysql.createPool(opcoes);
      pool.on('connection', (conexao) => {
        for (const sql of PREPARO_DA_SESSAO) conexao.query(sql, (erro) => erro && conexao.destroy());
        for (const sql of PREPARO_DE_ALGUNS) conexao.query(sql, () => undefined);
      });
      return pool;
    },
  };
}

export const criarPool = (opcoes: PoolOptions) => mysqlPreparado().createPool(opcoes);

/** Opens the database, waits for its turn to migrate, and returns the ready data source. */
export async function abrirFonteDeDados(banco: ConfiguracaoDoBanco, esquema: Esquema): Promise<DataSource> {
  const fonte = await criarFonteDeDados(banco, esquema);
  await fonte.initialize();
  try {
    aprenderChaves(fonte);
    await migrar(fonte);
  } catch (erro) {
    // An open pool would keep the process that cannot start alive.
    await fonte.destroy();
    throw erro;
  }
  return fonte;
}

/** The data source, not yet connected. */
export async function criarFonteDeDados(banco: ConfiguracaoDoBanco, esquema: Esquema): Promise<DataSource> {
  const comum = {
    entities: esquema.entidades,
    migrations: esquema.migracoes,
    migrationsTableName: 'migracoes',
    synchronize: false,
    logging: false,
  } as const;
  if (banco.host === null) {
    mkdirSync(banco.dadosDir, { recursive: true, mode: 0o700 });
    const fonte = new DataSource({
      ...comum,
      type: 'better-sqlite3',
      database: arquivoSqlite(banco),
      enableWAL: true,
    });
    serializarSqlite(fonte);
    return fonte;
  }
  const { host, port, user, password, database, ...extra } = opcoesDoPool(banco, banco.host);
  const fonte = new DataSource({
    ...comum,
    type: await motorDoServidor(banco, banco.host),
    host,
    port,
    username: user,
    password,
    database,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    dateStrings: ['DATE'],
    poolSize: banco.conexoes,
    driver: mysqlPreparado(),
    extra: {
      connectTimeout: extra.connectTimeout,
      enableKeepAlive: true,
      maxPreparedStatements: extra.maxPreparedStatements,
    },
  });
  encurtarMysql(fonte);
  return fonte;
}

async function motorDoServidor(banco: ConfiguracaoDoBanco, host: string): Promise<'mysql' | 'mariadb'> {
  const pool = criarPool({ ...opcoesDoPool(banco, host), connectionLimit: 1 }).promise();
  try {
    const [linhas] = await pool.query('SELECT VERSION() AS versao');
    const resposta = reconhecerServidor(String((linhas as { versao: unknown }[])[0]?.versao));
    if ('recusa' in resposta)
      throw new Impedimento(
        `${resposta.recusa}\nAponte DB_HOST, que hoje leva a ${host}:${banco.porta}, para um servidor suportado; ` +
          'ou retire DB_HOST para usar o banco embutido (SQLite).',
      );
    return resposta.motor;
  } finally {
    await pool.end();
  }
}

export const motorDe = (fonte: DataSource): Motor =>
  fonte.options.type === 'better-sqlite3' ? 'sqlite' : (fonte.options.type as 'mysql' | 'mariadb');
