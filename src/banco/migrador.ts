import type { DataSource } from 'typeorm';

/** How long a replica waits for another that is migrating. */
const ESPERA_S = 300;

/**
 * Brings the schema up to date. TypeORM's own migrations collide when several replicas start at once, so on
 * a shared server each waits for a lock held on a connection of its own, then finds the work done.
 */
export async function migrar(fonte: DataSource): Promise<void> {
  if (fonte.options.type === 'better-sqlite3') {
    await fonte.runMigrations({ transaction: 'all' });
    return;
  }
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
    await guarda.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    await fonte.runMigrations({ transaction: 'none' });
  } finally {
    await guarda.query('SELECT RELEASE_LOCK(?)', [nome]).catch(() => undefined);
    await guarda.release();
  }
}
