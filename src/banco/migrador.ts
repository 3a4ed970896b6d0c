import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';

/** How long a replica waits for another that is migrating. */
const ESPERA_S = 300;

/**
 * Brings the schema up to date. TypeORM's own migrations collide when several processes start at once: each
 * waits for its turn, then finds the work done.
 */
export async function migrar(fonte: DataSource): Promise<void> {
  if (fonte.options.type === 'better-sqlite3') await migrarEmbutido(fonte);
  else await migrarServidor(fonte);
}

/** The turn is the file's write lock, taken before looking at what is pending. All migrations or none. */
async function migrarEmbutido(fonte: DataSource): Promise<void> {
  const runner = fonte.createQueryRunner();
  // Switches foreign keys off, for tables that are rebuilt; possible only outside the transaction.
  await runner.beforeMigration();
  try {
    await runner.startTransaction();
    const executor = new MigrationExecutor(fonte, runner);
    executor.transaction = 'all';
    const feitas = await executor.executePendingMigrations();
    const [orfa] =
      feitas.length > 0 ? ((await runner.query('PRAGMA foreign_key_check')) as { table: string }[]) : [];
    if (orfa)
      throw new Error(
        `A migração deixaria registros sem referência na tabela ${orfa.table}. Nada foi mudado.`,
      );
    await runner.commitTransaction();
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.afterMigration();
    await runner.release();
  }
}

/** The turn is a lock held on a connection of its own. */
async function migrarServidor(fonte: DataSource): Promise<void> {
  const guarda = fonte.createQueryRunner();
  const nome = `plantao.migracao.${String(fonte.options.database)}`.slice(0, 64);
  try {
    const [linha] = (await guarda.query('SELECT GET_LOCK(?, ?) AS obtida', [nome, ESPERA_S])) as {
      obtida: unknown;
    }[];
    if (Number(linha?.obtida) !== 1)
      throw new Error(
        `Outra instância está migrando o banco há mais de ${ESPERA_S} s. Verifique-a e inicie de novo.`,
      );
    await ajustarColacao(guarda);
    await fonte.runMigrations({ transaction: 'none' });
  } finally {
    await guarda.query('SELECT RELEASE_LOCK(?)', [nome]).catch(() => undefined);
    await guarda.release();
  }
}

/** Binary comparison is the schema's: names and numbers are compared as they are written. */
async function ajustarColacao(runner: QueryRunner): Promise<void> {
  const [atual] = (await runner.query('SELECT @@collation_database AS colacao')) as { colacao: unknown }[];
  if (atual?.colacao === 'utf8mb4_bin') return;
  try {
    await runner.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
  } catch {
    throw new Error(
      'O banco precisa da colação utf8mb4_bin e este usuário não pode mudá-la. Conceda ALTER no banco, ou execute: ' +
        'ALTER DATABASE … CHARACTER SET utf8mb4 COLLATE utf8mb4_bin.',
    );
  }
}
