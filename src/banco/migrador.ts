import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { Impedimento } from '../partida/impedimento.js';

/** How long a replica waits for another that prepares the database. */
const ESPERA_S = 300;

/**
 * Brings the schema up to date. TypeORM's own migrations collide when several processes start at once: each
 * waits for its turn, then finds the work done.
 */
export async function migrar(fonte: DataSource): Promise<void> {
  if (embutida(fonte)) await migrarEmbutido(fonte);
  else await migrarServidor(fonte);
}

const embutida = (fonte: DataSource): boolean => fonte.options.type === 'better-sqlite3';

/** The turn is the file's write lock, taken before looking at what is pending. All migrations or none. */
async function migrarEmbutido(fonte: DataSource): Promise<void> {
  const runner = fonte.createQueryRunner();
  // Switches foreign keys off, for tables that are rebuilt; possible only outside the transaction.
  await runner.beforeMigration();
  try {
    await runner.startTransaction();
    const executor = new MigrationExecutor(fonte, runner);
    executor.transaction = 'all';
    await recusarBancoMaisNovo(fonte, executor);
    const feitas = await executor.executePendingMigrations();
    const [orfa] =
      feitas.length > 0 ? ((await runner.query('PRAGMA foreign_key_check')) as { table: string }[]) : [];
    if (orfa)
      throw new Impedimento(
        `A migração deixaria registros sem referência na tabela ${orfa.table}. Nada foi mudado.`,
      );
    await runner.commitTransaction();
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.afterMigration();
    await runner.release();
  }
}

const migrarServidor = (fonte: DataSource): Promise<void> =>
  comTrava(fonte, async (guarda) => {
    await recusarBancoMaisNovo(fonte, new MigrationExecutor(fonte, guarda));
    await ajustarColacao(guarda);
    await fonte.runMigrations({ transaction: 'none' });
  });

/** Does what only one process may do while it starts; the embedded database has one process anyway. */
export const naVezDaPartida = <T>(fonte: DataSource, fazer: () => Promise<T>): Promise<T> =>
  embutida(fonte) ? fazer() : comTrava(fonte, fazer);

/** The turn is a lock held on a connection of its own. */
async function comTrava<T>(fonte: DataSource, fazer: (guarda: QueryRunner) => Promise<T>): Promise<T> {
  const guarda = fonte.createQueryRunner();
  const nome = `plantao.migracao.${String(fonte.options.database)}`.slice(0, 64);
  try {
    const [linha] = (await guarda.query('SELECT GET_LOCK(?, ?) AS obtida', [nome, ESPERA_S])) as {
      obtida: unknown;
    }[];
    if (Number(linha?.obtida) !== 1)
      throw new Impedimento(
        `Outra instância está preparando o banco há mais de ${ESPERA_S} s. Verifique-a e inicie de novo.`,
      );
    return await fazer(guarda);
  } finally {
    await guarda.query('SELECT RELEASE_LOCK(?)', [nome]).catch(() => undefined);
    await guarda.release();
  }
}

/** A migration that this version does not know was made by a later one, whose tables it would misread. */
async function recusarBancoMaisNovo(fonte: DataSource, executor: MigrationExecutor): Promise<void> {
  const conhecidas = new Set(fonte.migrations.map((migracao) => migracao.name ?? migracao.constructor.name));
  const desconhecidas = (await executor.getExecutedMigrations()).filter(({ name }) => !conhecidas.has(name));
  if (desconhecidas.length === 0) return;
  throw new Impedimento(
    `Este banco já foi usado por uma versão mais nova do Plantão: ele tem ${desconhecidas.length} mudança(s) de ` +
      `estrutura que esta não conhece (a última, ${desconhecidas[0]!.name}).\n` +
      'Nada foi mudado. Use a versão mais nova (git pull), ou restaure a cópia de segurança feita antes dela.',
  );
}

/** Binary comparison is the schema's: names and numbers are compared as they are written. */
async function ajustarColacao(runner: QueryRunner): Promise<void> {
  const [atual] = (await runner.query('SELECT @@collation_database AS colacao')) as { colacao: unknown }[];
  if (atual?.colacao === 'utf8mb4_bin') return;
  try {
    await runner.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
  } catch {
    const banco = `\`${String(runner.connection.options.database)}\``;
    throw new Impedimento(
      `O banco ${banco} precisa da colação utf8mb4_bin, e este usuário não pode mudá-la. Como administrador do ` +
        `servidor, execute:\n  ALTER DATABASE ${banco} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;`,
    );
  }
}
