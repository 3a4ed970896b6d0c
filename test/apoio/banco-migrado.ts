import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import { abrirFonteDeDados } from '../../src/banco/fonte-de-dados.js';
import { type Ambiente } from '../../src/config/ambiente.js';
import { ENTIDADES, MIGRACOES } from '../../src/esquema.js';

/** Of this run of the tests; without it nobody would take the model away, and each database migrates by itself. */
const RODADA = process.env.TESTE_RODADA;
const MODELO = `plantao_teste_modelo_${RODADA}`;
const ESPERA_S = 120;

/**
 * Fills an empty database with the schema as all migrations leave it, many times faster than running them. The
 * first file of a run makes the model; the others copy it.
 */
export async function migrarPorCopia({ banco }: Ambiente): Promise<void> {
  if (RODADA === undefined || banco.host === null) return;
  const conexao = await mysql.createConnection({
    host: banco.host,
    port: banco.porta,
    user: banco.usuario,
    password: banco.senha,
    multipleStatements: true,
  });
  try {
    const comandos = (await lerModelo(conexao)) ?? (await fazerModelo(conexao, banco));
    await conexao.query(`USE ${banco.nome}; ${comandos}`);
  } finally {
    await conexao.end();
  }
}

async function lerModelo(conexao: Connection): Promise<string | null> {
  try {
    const [linhas] = await conexao.query<RowDataPacket[]>(`SELECT comandos FROM ${MODELO}.copia`);
    return linhas[0] ? String(linhas[0].comandos) : null;
  } catch (erro) {
    if (['ER_NO_SUCH_TABLE', 'ER_BAD_DB_ERROR'].includes((erro as { code: string }).code)) return null;
    throw erro;
  }
}

async function fazerModelo(conexao: Connection, banco: Ambiente['banco']): Promise<string> {
  const [[vez]] = await conexao.query<RowDataPacket[]>('SELECT GET_LOCK(?, ?) AS obtida', [MODELO, ESPERA_S]);
  if (Number(vez?.obtida) !== 1) throw new Error(`somebody has been making ${MODELO} for ${ESPERA_S} s`);
  const feito = await lerModelo(conexao);
  if (feito !== null) return feito;
  await conexao.query(`DROP DATABASE IF EXISTS ${MODELO}; CREATE DATABASE ${MODELO}`);
  const esquema = { entidades: ENTIDADES, migracoes: MIGRACOES };
  await (await abrirFonteDeDados({ ...banco, nome: MODELO }, esquema)).destroy();
  const comandos = await descrever(conexao);
  await conexao.query(
    `CREATE TABLE ${MODELO}.copia (comandos LONGTEXT); INSERT INTO ${MODELO}.copia VALUES (?)`,
    [comandos],
  );
  return comandos;
}

/** What makes another database like the model. */
async function descrever(conexao: Connection): Promise<string> {
  await conexao.query(`USE ${MODELO}`);
  const [tabelas] = await conexao.query<RowDataPacket[]>('SHOW TABLES');
  const comandos = ['SET FOREIGN_KEY_CHECKS = 0', 'ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin'];
  for (const nome of tabelas.map((linha) => String(Object.values(linha)[0]))) {
    const [[criacao]] = await conexao.query<RowDataPacket[]>(`SHOW CREATE TABLE ${nome}`);
    comandos.push(String(criacao?.['Create Table']), `INSERT INTO ${nome} SELECT * FROM ${MODELO}.${nome}`);
  }
  return [...comandos, 'SET FOREIGN_KEY_CHECKS = 1'].join(';\n');
}
