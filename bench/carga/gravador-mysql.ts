import { Readable } from 'node:stream';
import mysql from 'mysql2/promise';
import { emParalelo } from '../../ferramentas/aih/em-paralelo.js';
import type { Linha, Tabela } from './tabela.js';

/** Rows of one LOAD DATA, which is one transaction: larger ones leave much to undo, and say nothing meanwhile. */
const LINHAS_POR_COMANDO = 100_000;
/** Bytes handed to the driver at once. */
const PEDACO = 256 * 1024;
const CONEXOES = 4;

/**
 * Fills the tables by LOAD DATA, several at a time. Neither foreign keys nor uniqueness are checked on the way in:
 * the rows are right by construction, and the auditor says so.
 */
export async function gravarNoMysql(
  variaveis: Readonly<Record<string, string>>,
  tabelas: readonly Tabela[],
  aoGravar: (linhas: number) => void,
): Promise<void> {
  const maiores = tabelas.toSorted((a, b) => b.quantas - a.quantas);
  await emParalelo(maiores, CONEXOES, async (tabela, parar) => {
    const conexao = await mysql.createConnection({
      host: variaveis.DB_HOST!,
      port: Number(variaveis.DB_PORT),
      user: variaveis.DB_USER!,
      password: variaveis.DB_PASSWORD!,
      database: variaveis.DB_NAME!,
    });
    try {
      await conexao.query(
        'SET SESSION foreign_key_checks = 0, unique_checks = 0, sql_mode = "STRICT_ALL_TABLES"',
      );
      const linhas = tabela.linhas()[Symbol.iterator]();
      let faltam = tabela.quantas;
      while (faltam > 0 && !parar.aborted) {
        const quantas = Math.min(faltam, LINHAS_POR_COMANDO);
        await conexao.query({
          sql: `LOAD DATA LOCAL INFILE 'linhas' INTO TABLE ${tabela.nome} CHARACTER SET utf8mb4
                  (${tabela.colunas.map((coluna) => `\`${coluna}\``).join(', ')})`,
          infileStreamFactory: () => Readable.from(emTexto(linhas, quantas), { objectMode: false }),
        });
        faltam -= quantas;
        aoGravar(quantas);
      }
    } finally {
      conexao.destroy();
    }
  });
}

/** `quantas` rows as LOAD DATA reads them: tabs between values, \N for NULL. No value has a tab or a backslash. */
function* emTexto(linhas: Iterator<Linha>, quantas: number): Generator<Buffer> {
  let texto = '';
  for (let i = 0; i < quantas; i++) {
    const linha = linhas.next();
    if (linha.done) throw new Error('the table has fewer rows than it says');
    texto += `${linha.value.map((valor) => valor ?? '\\N').join('\t')}\n`;
    if (texto.length < PEDACO) continue;
    yield Buffer.from(texto);
    texto = '';
  }
  if (texto !== '') yield Buffer.from(texto);
}
