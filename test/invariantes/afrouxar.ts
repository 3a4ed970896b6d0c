import { DataSource } from 'typeorm';
import type { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

/** Puts in the place of every table a copy that holds the same rows and refuses none: no key, reference or check. */
export async function afrouxar({ app }: AplicacaoDeTeste): Promise<void> {
  const fonte = app.get(DataSource);
  const runner = fonte.createQueryRunner();
  const chaves = (ligadas: boolean): Promise<unknown> =>
    fonte.options.type === 'better-sqlite3'
      ? runner.query(`PRAGMA foreign_keys = ${ligadas ? 'ON' : 'OFF'}`)
      : runner.query(`SET FOREIGN_KEY_CHECKS = ${Number(ligadas)}`);
  try {
    await chaves(false);
    const tabelas = fonte.entityMetadatas.map(({ tableName }) => tableName);
    for (const tabela of tabelas)
      await runner.query(`CREATE TABLE solta_${tabela} AS SELECT * FROM ${tabela}`);
    for (const tabela of tabelas) await runner.query(`DROP TABLE ${tabela}`);
    for (const tabela of tabelas) await runner.query(`ALTER TABLE solta_${tabela} RENAME TO ${tabela}`);
    await chaves(true);
  } finally {
    await runner.release();
  }
}
