import {
  type QueryRunner,
  type Table,
  TableCheck,
  TableColumn,
  type TableColumnOptions,
  TableForeignKey,
  TableIndex,
} from 'typeorm';
import { limiteDeTexto, nomeDoLimite } from './colunas.js';
import { ignoraVerificacoes } from './tabelas.js';

type Nomes = readonly string[];
type ColunasPorNome = Readonly<Record<string, readonly string[]>>;

/** What changes in a table that exists already. Names in `sem…` are taken out, if they are there. */
export interface AlteracaoDeTabela {
  /** Nullable: there may be rows. */
  readonly colunas?: readonly TableColumnOptions[];
  readonly semColunas?: Nomes;
  /** Columns whose NULL becomes allowed, or forbidden. */
  readonly anulaveis?: Nomes;
  readonly obrigatorias?: Nomes;
  readonly indices?: ColunasPorNome;
  readonly unicos?: ColunasPorNome;
  readonly semIndices?: Nomes;
  /** foreign key name -> [column, table] */
  readonly referencias?: Readonly<Record<string, readonly [coluna: string, tabela: string]>>;
  readonly semReferencias?: Nomes;
  /** check name -> expression; one that exists under the name gives way to it. */
  readonly verificacoes?: Readonly<Record<string, string>>;
  readonly semVerificacoes?: Nomes;
}

/**
 * Changes a table. Where DDL commits by itself, each step is taken only if it is still to be done, so that an
 * attempt that died in the middle is taken up by the next start. SQLite, which can change little in place,
 * rebuilds the table once.
 */
export async function alterarTabela(
  runner: QueryRunner,
  nome: string,
  alteracao: AlteracaoDeTabela,
): Promise<void> {
  const tabela = await runner.getTable(nome);
  if (!tabela) throw new Error(`there is no table ${nome}`);
  if (ignoraVerificacoes(runner)) await alterarPorPartes(runner, tabela, alteracao);
  else if (soIndices(alteracao)) await alterarIndices(runner, tabela, alteracao);
  else await reconstruir(runner, tabela, alteracao);
}

const soIndices = ({ indices: _i, semIndices: _s, ...resto }: AlteracaoDeTabela): boolean =>
  Object.keys(resto).length === 0;

/** The whole change in one copy of the table; TypeORM's own steps would copy it once for each. */
async function reconstruir(runner: QueryRunner, antiga: Table, alteracao: AlteracaoDeTabela): Promise<void> {
  const { colunas = [], semColunas = [], anulaveis = [], obrigatorias = [] } = alteracao;
  const nova = antiga.clone();
  nova.columns = nova.columns.filter((c) => !semColunas.includes(c.name));
  nova.columns.push(...colunas.map((coluna) => new TableColumn(coluna)));
  for (const coluna of nova.columns)
    if (anulaveis.includes(coluna.name) || obrigatorias.includes(coluna.name))
      coluna.isNullable = anulaveis.includes(coluna.name);
  const { semIndices = [], semReferencias = [] } = alteracao;
  // Read newest first, and made again in the order given: kept where they were (see `criarTabela`).
  nova.indices = [...antiga.indices, ...novosIndices(alteracao)]
    .filter((i) => !semIndices.includes(i.name!))
    .toReversed();
  nova.foreignKeys = nova.foreignKeys
    .filter((fk) => !semReferencias.includes(fk.name!))
    .concat(novasReferencias(alteracao));
  const sobram = verificacoesQueSaem(alteracao);
  const limites = colunas
    .filter((c) => c.type === 'varchar')
    .map((c): [string, string] => [nomeDoLimite(c.name), limiteDeTexto(c.name, Number(c.length))]);
  nova.checks = nova.checks
    .filter((c) => !sobram.includes(c.name!))
    .concat(
      [...Object.entries(alteracao.verificacoes ?? {}), ...limites].map(
        ([name, expression]) => new TableCheck({ name, expression }),
      ),
    );
  // Protected in TypeORM, which offers it only piece by piece.
  await (runner as unknown as { recreateTable(nova: Table, antiga: Table): Promise<void> }).recreateTable(
    nova,
    antiga,
  );
}

async function alterarPorPartes(
  runner: QueryRunner,
  tabela: Table,
  alteracao: AlteracaoDeTabela,
): Promise<void> {
  const { colunas = [], semColunas = [], semReferencias = [], verificacoes = {} } = alteracao;
  const existentes = await verificacoesDe(runner, tabela.name);
  for (const verificacao of verificacoesQueSaem(alteracao).filter((v) => existentes.includes(v)))
    await runner.query(`ALTER TABLE ${tabela.name} DROP CONSTRAINT ${verificacao}`);
  for (const fk of tabela.foreignKeys.filter(({ name }) => semReferencias.includes(name!)))
    await runner.dropForeignKey(tabela, fk);
  await retirarIndices(runner, tabela, alteracao);
  for (const coluna of semColunas)
    if (tabela.findColumnByName(coluna)) await runner.dropColumn(tabela, coluna);
  for (const coluna of colunas)
    if (!tabela.findColumnByName(coluna.name)) await runner.addColumn(tabela, new TableColumn(coluna));
  for (const coluna of alteracao.anulaveis ?? []) await mudarNulo(runner, tabela, coluna, true);
  for (const coluna of alteracao.obrigatorias ?? []) await mudarNulo(runner, tabela, coluna, false);
  // Before the keys: MySQL would create indices of its own for them.
  await acrescentarIndices(runner, tabela, alteracao);
  for (const chave of novasReferencias(alteracao))
    if (!tabela.foreignKeys.some(({ name }) => name === chave.name))
      await runner.createForeignKey(tabela, chave);
  for (const [verificacao, expressao] of Object.entries(verificacoes))
    await runner.query(`ALTER TABLE ${tabela.name} ADD CONSTRAINT ${verificacao} CHECK (${expressao})`);
}

async function alterarIndices(
  runner: QueryRunner,
  tabela: Table,
  alteracao: AlteracaoDeTabela,
): Promise<void> {
  await retirarIndices(runner, tabela, alteracao);
  await acrescentarIndices(runner, tabela, alteracao);
}

async function retirarIndices(
  runner: QueryRunner,
  tabela: Table,
  { semIndices = [] }: AlteracaoDeTabela,
): Promise<void> {
  for (const indice of tabela.indices.filter(({ name }) => semIndices.includes(name!)))
    await runner.dropIndex(tabela, indice);
}

async function acrescentarIndices(
  runner: QueryRunner,
  tabela: Table,
  alteracao: AlteracaoDeTabela,
): Promise<void> {
  for (const indice of novosIndices(alteracao))
    if (!tabela.indices.some(({ name }) => name === indice.name)) await runner.createIndex(tabela, indice);
}

async function mudarNulo(runner: QueryRunner, tabela: Table, coluna: string, nulo: boolean): Promise<void> {
  const atual = tabela.findColumnByName(coluna);
  if (!atual) throw new Error(`there is no column ${tabela.name}.${coluna}`);
  if (atual.isNullable === nulo) return;
  const nova = atual.clone();
  nova.isNullable = nulo;
  await runner.changeColumn(tabela, atual, nova);
}

const novosIndices = ({ indices = {}, unicos = {} }: AlteracaoDeTabela): TableIndex[] => [
  ...Object.entries(unicos).map(([nome, colunas]) => indice(nome, colunas, true)),
  ...Object.entries(indices).map(([nome, colunas]) => indice(nome, colunas, false)),
];

const indice = (name: string, colunas: Nomes, isUnique: boolean): TableIndex =>
  new TableIndex({ name, columnNames: [...colunas], isUnique });

const novasReferencias = ({ referencias = {} }: AlteracaoDeTabela): TableForeignKey[] =>
  Object.entries(referencias).map(
    ([name, [coluna, alvo]]) =>
      new TableForeignKey({
        name,
        columnNames: [coluna],
        referencedTableName: alvo,
        referencedColumnNames: ['id'],
        onDelete: 'RESTRICT',
        onUpdate: 'RESTRICT',
      }),
  );

const verificacoesQueSaem = (alteracao: AlteracaoDeTabela): string[] => [
  ...(alteracao.semVerificacoes ?? []),
  ...Object.keys(alteracao.verificacoes ?? {}),
  ...(alteracao.semColunas ?? []).map(nomeDoLimite),
];

/** TypeORM reads no checks of the MySQL family, so the server's own catalogue is asked. */
async function verificacoesDe(runner: QueryRunner, tabela: string): Promise<string[]> {
  const linhas = (await runner.query(
    `SELECT constraint_name AS nome FROM information_schema.table_constraints
      WHERE table_schema = DATABASE() AND table_name = ? AND constraint_type = 'CHECK'`,
    [tabela],
  )) as { nome: string }[];
  return linhas.map(({ nome }) => nome);
}
