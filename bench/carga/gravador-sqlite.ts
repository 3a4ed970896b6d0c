import Database from 'better-sqlite3';
import type { Tabela } from './tabela.js';

/** Fills the tables of an embedded database that nobody else has open, in one transaction. */
export function gravarNoSqlite(
  arquivo: string,
  tabelas: readonly Tabela[],
  aoGravar: (linhas: number) => void,
): void {
  const banco = new Database(arquivo);
  try {
    banco.pragma('foreign_keys = OFF');
    banco.transaction(() => {
      for (const { nome, colunas, quantas, linhas } of tabelas) {
        const vagas = colunas.map(() => '?').join(', ');
        const inserir = banco.prepare(`INSERT INTO ${nome} (${colunas.join(', ')}) VALUES (${vagas})`);
        for (const linha of linhas()) inserir.run(linha);
        aoGravar(quantas);
      }
    })();
    banco.exec('ANALYZE');
  } finally {
    banco.close();
  }
}
