import type { DataSource } from 'typeorm';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import type { Statement } from 'better-sqlite3';
import { transacaoAmbiente } from './transacao-ambiente.js';

/** First come, first served: hands the only writer's place from one holder to the next. */
export class FilaUnica {
  #ultimo: Promise<void> = Promise.resolve();

  /** Waits for the place; the result gives it back (once). */
  async entrar(): Promise<() => void> {
    let sair!: () => void;
    const anterior = this.#ultimo;
    this.#ultimo = new Promise((resolver) => (sair = resolver));
    await anterior;
    return sair;
  }
}

/**
 * TypeORM gives a whole SQLite data source one query runner, so two concurrent transactions nest as
 * savepoints and a rollback takes the neighbour's committed rows with it (typeorm#1884). Here every caller
 * has a runner of its own over the one connection, and a queue that is held from BEGIN to COMMIT, else for
 * one statement.
 */
class RunnerEmFila extends BetterSqlite3QueryRunner {
  #sair: (() => void) | null = null;

  constructor(
    driver: BetterSqlite3Driver,
    private readonly fila: FilaUnica,
    comandos: Map<string, Statement>,
  ) {
    super(driver);
    // Private in TypeORM: without it each new runner would prepare every statement again.
    Object.assign(this, { stmtCache: comandos });
  }

  override async startTransaction(): Promise<void> {
    if (this.#sair) return super.startTransaction();
    this.#sair = await this.fila.entrar();
    try {
      await super.query('BEGIN IMMEDIATE');
      this.isTransactionActive = true;
      this.transactionDepth = 1;
    } catch (erro) {
      this.#devolver();
      throw erro;
    }
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    if (!this.isTransactionActive) this.#devolver();
  }

  override async rollbackTransaction(): Promise<void> {
    try {
      await super.rollbackTransaction();
    } finally {
      if (!this.isTransactionActive) this.#devolver();
    }
  }

  override async release(): Promise<void> {
    if (this.isTransactionActive) await this.rollbackTransaction();
    this.#devolver();
    return super.release();
  }

  override async query(sql: string, parametros?: unknown[], estruturado?: boolean): Promise<never> {
    if (this.#sair) return super.query(sql, parametros, estruturado) as Promise<never>;
    if (transacaoAmbiente())
      throw new Error(
        'A statement outside the unit of work was awaited inside it: it would wait for itself for ever.',
      );
    const sair = await this.fila.entrar();
    try {
      return (await super.query(sql, parametros, estruturado)) as never;
    } finally {
      sair();
    }
  }

  #devolver(): void {
    this.#sair?.();
    this.#sair = null;
  }
}

/** Replaces the shared runner of a SQLite data source; call before `initialize`. */
export function serializarSqlite(fonte: DataSource): void {
  const driver = fonte.driver as BetterSqlite3Driver;
  const fila = new FilaUnica();
  const comandos = new Map<string, Statement>();
  driver.createQueryRunner = () => new RunnerEmFila(driver, fila, comandos);
}
