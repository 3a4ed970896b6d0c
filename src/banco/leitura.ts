import type { Linha, Parametro } from './dialeto.js';

/**
 * The read side: plain SQL straight to rows. Inside a unit of work it reads through that transaction, so a
 * use case sees its own writes; outside it uses the read replica, or the read-only connection of SQLite.
 */
export abstract class Leitura {
  abstract consultar(sql: string, parametros?: readonly Parametro[]): Promise<Linha[]>;

  /** The first row, or null. */
  async obter(sql: string, parametros?: readonly Parametro[]): Promise<Linha | null> {
    return (await this.consultar(sql, parametros))[0] ?? null;
  }

  abstract encerrar(): Promise<void>;
}
