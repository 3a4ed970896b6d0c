import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { type Ambiente, lerAmbiente } from '../../src/config/ambiente.js';

export interface BancoDeTeste {
  readonly ambiente: Ambiente;
  apagar(): Promise<void>;
}

export const NO_MYSQL = process.env.BANCO_DE_TESTE === 'mysql';

export const ADMIN = { email: 'admin@teste.local', senha: 'senha-de-teste-1' };

/** An empty database of its own for one test file, on the engine under test, and a configuration that uses it. */
export async function criarBancoDeTeste(variaveis: Record<string, string> = {}): Promise<BancoDeTeste> {
  const dadosDir = mkdtempSync(join(tmpdir(), 'plantao-teste-'));
  const comuns = {
    NODE_ENV: 'test',
    DADOS_DIR: dadosDir,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_SENHA: ADMIN.senha,
    PORT: '0',
    RELOGIO_MOVEL: 'true',
    DEMO: 'false',
    ...variaveis,
  };
  if (!NO_MYSQL) {
    const ambiente = lerAmbiente(comuns);
    return { ambiente, apagar: async () => rmSync(dadosDir, { recursive: true, force: true }) };
  }
  const nome = `plantao_teste_${randomBytes(6).toString('hex')}`;
  const servidor = {
    host: process.env.TESTE_DB_HOST ?? '127.0.0.1',
    port: Number(process.env.TESTE_DB_PORT ?? 3306),
    user: process.env.TESTE_DB_USER ?? 'root',
    password: process.env.TESTE_DB_PASSWORD ?? '',
  };
  const administrar = async (sql: string): Promise<void> => {
    const conexao = await mysql.createConnection(servidor);
    await conexao.query(sql);
    await conexao.end();
  };
  await administrar(`CREATE DATABASE ${nome}`);
  const ambiente = lerAmbiente({
    ...comuns,
    DB_HOST: servidor.host,
    DB_PORT: String(servidor.port),
    DB_USER: servidor.user,
    DB_PASSWORD: servidor.password,
    DB_NAME: nome,
    JWT_SECRET: 'um-segredo-de-teste-com-mais-de-32-letras',
    ...variaveis,
  });
  return {
    ambiente,
    apagar: async () => {
      await administrar(`DROP DATABASE IF EXISTS ${nome}`);
      rmSync(dadosDir, { recursive: true, force: true });
    },
  };
}
