import { type QueryRunner, Table, type TableColumnOptions } from 'typeorm';
import { limiteDeTexto, nomeDoLimite } from './colunas.js';

/** Column descriptions for migrations: the twins of the decorators in `colunas.ts`. */
interface Opcoes {
  readonly nulo?: boolean;
}

const coluna = (
  name: string,
  resto: Omit<TableColumnOptions, 'name'>,
  opcoes: Opcoes = {},
): TableColumnOptions => ({
  name,
  ...resto,
  isNullable: opcoes.nulo ?? false,
});

export const id = (): TableColumnOptions => ({
  name: 'id',
  type: 'integer',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment',
});
/** SQLite generates ids of 64 bits in INTEGER columns, and only there: see `criarTabela`. */
export const idLongo = (): TableColumnOptions => ({ ...id(), type: 'bigint' });
export const texto = (nome: string, tamanho: number, opcoes?: Opcoes) =>
  coluna(nome, { type: 'varchar', length: String(tamanho) }, opcoes);
export const textoLongo = (nome: string, opcoes?: Opcoes) => coluna(nome, { type: 'text' }, opcoes);
export const inteiro = (nome: string, opcoes?: Opcoes) => coluna(nome, { type: 'integer' }, opcoes);
export const inteiroLongo = (nome: string) => coluna(nome, { type: 'bigint' });
export const centavos = (nome: string, opcoes?: Opcoes) => coluna(nome, { type: 'bigint' }, opcoes);
export const milissegundos = (nome: string) => coluna(nome, { type: 'bigint' });
export const logico = (nome: string, opcoes?: Opcoes) => coluna(nome, { type: 'boolean' }, opcoes);
export const instante = (nome: string, opcoes?: Opcoes) =>
  coluna(nome, { type: 'datetime', precision: 3 }, opcoes);
export const diaCivil = (nome: string, opcoes?: Opcoes) => coluna(nome, { type: 'date' }, opcoes);

export interface DescricaoDeTabela {
  readonly colunas: readonly TableColumnOptions[];
  /** name -> columns */
  readonly unicos?: Readonly<Record<string, readonly string[]>>;
  readonly indices?: Readonly<Record<string, readonly string[]>>;
  /** foreign key name -> [column, table] */
  readonly referencias?: Readonly<Record<string, readonly [coluna: string, tabela: string]>>;
  /** check name -> expression, in the SQL all servers share */
  readonly verificacoes?: Readonly<Record<string, string>>;
  /** True when the migration itself fills it: rows found after a crash are then its own. */
  readonly semeada?: boolean;
}

/**
 * Where DDL commits by itself, a process killed in the middle of a migration leaves tables that the next
 * start would trip over. Those of a migration that never ended are made anew; one with rows is nobody's
 * business but the owner's.
 */
async function desfazerTentativa(runner: QueryRunner, nome: string, semeada: boolean): Promise<void> {
  if (!ignoraVerificacoes(runner) || !(await runner.hasTable(nome))) return;
  const linhas = (await runner.query(`SELECT 1 AS um FROM ${nome} LIMIT 1`)) as unknown[];
  if (linhas.length > 0 && !semeada)
    throw new Error(
      `A tabela ${nome} já existe neste banco e tem registros, mas a migração que a cria não terminou. ` +
        'Confira se DB_NAME aponta para o banco certo.',
    );
  await runner.query('SET FOREIGN_KEY_CHECKS = 0');
  await runner.query(`DROP TABLE ${nome}`);
  await runner.query('SET FOREIGN_KEY_CHECKS = 1');
}

/** Creates a table with its keys, references and checks, the latter also where TypeORM would drop them (MySQL, MariaDB). */
export async function criarTabela(
  runner: QueryRunner,
  nome: string,
  tabela: DescricaoDeTabela,
): Promise<void> {
  await desfazerTentativa(runner, nome, tabela.semeada ?? false);
  const verificacoes = Object.entries(tabela.verificacoes ?? {});
  const limites = tabela.colunas
    .filter((c) => c.type === 'varchar' && !c.isPrimary)
    .map((c) => ({ name: nomeDoLimite(c.name), expression: limiteDeTexto(c.name, Number(c.length)) }));
  // SQLite looks at the newest key first, the others at the oldest: of two that repeat, both tell of the same one.
  const indices = [
    ...Object.entries(tabela.unicos ?? {}).map(([name, columnNames]) => ({
      name,
      columnNames: [...columnNames],
      isUnique: true,
    })),
    ...Object.entries(tabela.indices ?? {}).map(([name, columnNames]) => ({
      name,
      columnNames: [...columnNames],
    })),
  ];
  await runner.createTable(
    new Table({
      name: nome,
      columns: tabela.colunas.map((c) =>
        c.isGenerated && !ignoraVerificacoes(runner) ? { ...c, type: 'integer' } : c,
      ),
      indices: ignoraVerificacoes(runner) ? indices : indices.toReversed(),
      foreignKeys: Object.entries(tabela.referencias ?? {}).map(([name, [column, table]]) => ({
        name,
        columnNames: [column],
        referencedTableName: table,
        referencedColumnNames: ['id'],
        onDelete: 'RESTRICT',
        onUpdate: 'RESTRICT',
      })),
      checks: [...verificacoes.map(([name, expression]) => ({ name, expression })), ...limites],
    }),
    false,
  );
  if (ignoraVerificacoes(runner))
    for (const [verificacao, expressao] of verificacoes)
      await runner.query(`ALTER TABLE ${nome} ADD CONSTRAINT ${verificacao} CHECK (${expressao})`);
}

export const apagarTabela = (runner: QueryRunner, nome: string): Promise<void> => runner.dropTable(nome);

/** TypeORM writes no CHECK on the MySQL family, though the servers enforce it. */
export const ignoraVerificacoes = (runner: QueryRunner): boolean =>
  runner.connection.options.type !== 'better-sqlite3';
