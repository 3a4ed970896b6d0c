import type { DataSource } from 'typeorm';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import type { Database, Statement } from 'better-sqlite3';
import { transacaoAmbiente } from './transacao-ambiente.js';

/** Longest stretch without letting timers and sockets have their turn. */
const FOLEGO_MS = 20;

/** First come, first served: hands the only writer's place from one holder to the next. */
export class FilaUnica {
  #ultimo: Promise<void> = Promise.resolve();
  #cedeuEm = 0;

  /** Waits for the place; the result gives it back (once). */
  async entrar(): Promise<() => void> {
    let sair!: () => void;
    const anterior = this.#ultimo;
    this.#ultimo = new Promise((resolver) => (sair = resolver));
    await anterior;
    // Handing over is a microtask: in a burst nothing else would run until the queue is empty.
    if (Date.now() - this.#cedeuEm > FOLEGO_MS) {
      await new Promise((resolver) => setImmediate(resolver));
      this.#cedeuEm = Date.now();
    }
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
  #abandonado = false;

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
    const sair = await this.fila.entrar();
    this.#sair = sair;
    try {
      if (this.#abandonado) throw new Error('The runner was released while it waited for its turn.');
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

  /** SQLite undoes a transaction by itself when the disk is full: the connection says whether there is one left to undo. */
  override async rollbackTransaction(): Promise<void> {
    const conexao = this.driver.databaseConnection as Database;
    try {
      if (conexao.inTransaction) await super.rollbackTransaction();
    } finally {
      if (!conexao.inTransaction) {
        this.isTransactionActive = false;
        this.transactionDepth = 0;
        this.#devolver();
      }
    }
  }

  override async release(): Promise<void> {
    this.#abandonado = true;
    try {
      if (this.isTransactionActive) await this.rollbackTransaction();
    } finally {
      this.#devolver();
      await super.release();
    }
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
  // It generates ids in INTEGER columns only, whose 64 bits are those of a BIGINT elsewhere.
  const normalizar = driver.normalizeType.bind(driver);
  driver.normalizeType = (coluna: Parameters<typeof normalizar>[0] & { isGenerated?: boolean }) =>
    coluna.isGenerated ? 'integer' : normalizar(coluna);
  driver.createQueryRunner = () => new RunnerEmFila(driver, fila, comandos);
}
