import type { EntityManager } from 'typeorm';
import type { EventoDeDominio } from '../plataforma/eventos/evento.js';
import type { Linha, Motor, Parametro } from './dialeto.js';

/** One open transaction. Statements use `?` placeholders; instants and booleans are bound as they are. */
export interface Transacao {
  readonly motor: Motor;
  /** False once committed or rolled back: using it then is an error. */
  readonly aberta: boolean;

  /** SELECT. Add `travar(tx.motor)` to hold the rows until the end. */
  consultar(sql: string, parametros?: readonly Parametro[]): Promise<Linha[]>;

  /** UPDATE, DELETE or INSERT without generated id: the number of rows matched. */
  executar(sql: string, parametros?: readonly Parametro[]): Promise<number>;

  /** INSERT of one row: its generated id. */
  inserir(sql: string, parametros?: readonly Parametro[]): Promise<number>;

  /** TypeORM on this transaction's connection, for plain registers (`save`, `findOneBy`). */
  readonly gerente: EntityManager;

  /** What the use case of this transaction concluded, as far as it has come; null: nothing yet. */
  readonly conclusao: { readonly valor: unknown } | null;

  /** Says what a step of the use case answered; the last word is the outermost's. */
  concluir(valor: unknown): void;

  /** Stores these events, and a delivery for each durable saga that listens, when the transaction commits. */
  registrar(...eventos: EventoDeDominio[]): void;

  /**
   * Runs `trabalho` under a savepoint: if it throws, what it wrote, registered and concluded is undone and
   * the error goes on, while the transaction remains usable.
   */
  aninhar<T>(trabalho: () => Promise<T>): Promise<T>;

  /** Runs after the commit, outside the transaction, and may be lost with the process. */
  aoConfirmar(acao: () => void): void;
}
