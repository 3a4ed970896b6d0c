import type { DataSource, QueryRunner } from 'typeorm';

/** Rows of one table: entities with every column said, ids included. */
export interface Lote {
  readonly entidade: new () => object;
  readonly linhas: readonly object[];
}

/** Rows of one statement: more of them save little, and the drivers have limits. */
const LINHAS_POR_COMANDO = 500;

/**
 * Writes many rows in one transaction, all or none. Passes over what entities and
 * events stand for: it is for data that comes whole. `aoGravar` is told how many rows there are so far.
 */
export async function carregarEmMassa(
  fonte: DataSource,
  lotes: Iterable<Lote>,
  aoGravar: (linhas: number) => void = () => undefined,
): Promise<void> {
  const runner = fonte.createQueryRunner();
  try {
    await runner.startTransaction();
    let gravadas = 0;
    for (const { entidade, linhas } of lotes)
      for (let inicio = 0; inicio < linhas.length; inicio += LINHAS_POR_COMANDO) {
        const parte = linhas.slice(inicio, inicio + LINHAS_POR_COMANDO);
        await inserir(fonte, runner, entidade, parte);
        aoGravar((gravadas += parte.length));
      }
    await runner.commitTransaction();
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}

async function inserir(
  fonte: DataSource,
  runner: QueryRunner,
  entidade: new () => object,
  linhas: readonly object[],
): Promise<void> {
  const { columns: colunas, tablePath: tabela } = fonte.getMetadata(entidade);
  const nomes = colunas.map(({ databaseName }) => fonte.driver.escape(databaseName));
  const lugares = `(${colunas.map(() => '?').join(', ')})`;
  await runner.query(
    `INSERT INTO ${fonte.driver.escape(tabela)} (${nomes.join(', ')}) VALUES ${linhas.map(() => lugares).join(', ')}`,
    linhas.flatMap((linha): unknown[] =>
      colunas.map((coluna): unknown => {
        const valor: unknown = coluna.getEntityValue(linha);
        return valor === undefined ? null : fonte.driver.preparePersistentValue(valor, coluna);
      }),
    ),
  );
}
