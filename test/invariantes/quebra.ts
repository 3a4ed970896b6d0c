import type { CenarioAuditado } from './cenario-auditado.js';

/** Statements after which an invariant does not hold. */
export interface Quebra {
  readonly sql: readonly string[];
  /** What of the database itself refuses it: a unique key or a check by its name, or any reference. */
  readonly guarda?: string;
}

/** For each invariant, by its code, ways to break it. */
export type Quebras = Readonly<Record<string, readonly Quebra[]>>;

export type QuebrasDoModulo = (cenario: CenarioAuditado) => Quebras;

export const quebra = (...sql: readonly string[]): Quebra => ({ sql });

export const guardada = (guarda: string, ...sql: readonly string[]): Quebra => ({ sql, guarda });

/** Nobody has this id. */
export const NINGUEM = 999_999;

/** A key that answered that this was created. */
export const chaveDe = (local: string): Quebra =>
  quebra(
    `INSERT INTO chaves_de_idempotencia (usuario_id, rota, chave, impressao, status, local, criada_em)
     VALUES (1, '/v1', '${local}', 'x', 201, '${local}', '2026-01-01 00:00:00.000')`,
  );
