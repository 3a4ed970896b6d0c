/**
 * The one place where the three servers differ. Everything here is named by what is meant; no other file
 * knows which database it talks to.
 */
export type Motor = 'sqlite' | 'mysql' | 'mariadb';

export type Parametro = string | number | boolean | Date | null;
export type Linha = Record<string, unknown>;

/** What one statement answered: the rows of a SELECT; of any other, how many rows it matched and the id it generated. */
export interface Resposta {
  readonly linhas: Linha[];
  readonly afetadas: number;
  readonly id: number;
}

/** Appended to a SELECT that must hold its rows until the end of the transaction. On SQLite the whole unit of work already holds the only writer's place. */
export const travar = (motor: Motor): string => (motor === 'sqlite' ? '' : ' FOR UPDATE');

/** The same, passing over rows that another worker holds (MySQL 8.0.1+, MariaDB 10.6+). */
export const travarLivres = (motor: Motor): string => (motor === 'sqlite' ? '' : ' FOR UPDATE SKIP LOCKED');

/** True where one process alone may use the database: what an earlier one held is held by nobody. */
export const processoUnico = (motor: Motor): boolean => motor === 'sqlite';

/** Statements that every new connection of the pool runs before any other. */
export const PREPARO_DA_SESSAO: readonly string[] = [
  "SET SESSION sql_mode = 'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  "SET SESSION time_zone = '+00:00'",
  // Half of what a unit of work may take: whoever waits longer for a lock is told so, or tries again.
  'SET SESSION innodb_lock_wait_timeout = 5',
  // A list follows the index of its order; intersecting two others and sorting read a million rows for a page.
  "SET SESSION optimizer_switch = 'index_merge_intersection=off'",
];

/**
 * What only some servers know: MariaDB 10.11, until it estimates better in 11, takes a look-up by the filter alone to be
 * cheap however much it finds, and walked half a million rows to the cursor of a far page.
 */
export const PREPARO_DE_ALGUNS: readonly string[] = [
  "SET SESSION optimizer_adjust_secondary_key_costs = CONCAT(@@optimizer_adjust_secondary_key_costs, ',disable_max_seek')",
];

/** Oldest servers with what the product needs: SKIP LOCKED, enforced CHECK, CTEs, window functions. */
const MINIMO: Record<'mysql' | 'mariadb', readonly [number, number]> = { mysql: [8, 4], mariadb: [10, 11] };

/** Which server answered `SELECT VERSION()`, or the reason why it will not do, in Portuguese. */
export function reconhecerServidor(versao: string): { motor: 'mysql' | 'mariadb' } | { recusa: string } {
  const motor = /mariadb/i.test(versao) ? 'mariadb' : 'mysql';
  const [, maior, menor] = /(\d+)\.(\d+)/.exec(versao) ?? [];
  const [minimoMaior, minimoMenor] = MINIMO[motor];
  const serve =
    Number(maior) > minimoMaior || (Number(maior) === minimoMaior && Number(menor) >= minimoMenor);
  if (serve) return { motor };
  const nome = motor === 'mariadb' ? 'MariaDB' : 'MySQL';
  return {
    recusa: `O servidor ${nome} ${versao} não é suportado: use ${nome} ${minimoMaior}.${minimoMenor} ou mais novo.`,
  };
}

/** The last instant written: the statements of one transaction repeat its own some twenty times. */
let ultimoInstante = { ms: 0, texto: '1970-01-01 00:00:00.000' };

/** A value as both engines store it: instants as UTC `YYYY-MM-DD HH:MM:SS.mmm`, booleans as 0/1. */
export function comoParametro(valor: Parametro): string | number | null {
  if (valor instanceof Date) {
    const ms = valor.getTime();
    if (ms !== ultimoInstante.ms)
      ultimoInstante = { ms, texto: valor.toISOString().replace('T', ' ').slice(0, 23) };
    return ultimoInstante.texto;
  }
  if (typeof valor === 'boolean') return valor ? 1 : 0;
  return valor;
}

// --- Row decoder: raw results differ by engine (strings for COUNT and SUM, Date or text for DATETIME). ---

export function inteiro(valor: unknown): number {
  const numero = Number(valor);
  if (valor === null || valor === undefined || !Number.isSafeInteger(numero))
    throw new Error(`not an integer: ${String(valor)}`);
  return numero;
}

/** Money: whole centavos. */
export const centavos = inteiro;

export function decimal(valor: unknown): number {
  const numero = Number(valor);
  if (valor === null || valor === undefined || Number.isNaN(numero))
    throw new Error(`not a number: ${String(valor)}`);
  return numero;
}

export function texto(valor: unknown): string {
  if (typeof valor !== 'string') throw new Error(`not a text: ${String(valor)}`);
  return valor;
}

export const booleano = (valor: unknown): boolean => inteiro(valor) === 1;

export function instante(valor: unknown): Date {
  const data = valor instanceof Date ? valor : new Date(`${texto(valor).replace(' ', 'T')}Z`);
  if (Number.isNaN(data.getTime())) throw new Error(`not an instant: ${String(valor)}`);
  return data;
}

/** An instant as the API writes it: what is read only to be shown needs no Date in between. */
export function instanteEscrito(valor: unknown): string {
  if (valor instanceof Date) return valor.toISOString();
  const escrito = texto(valor);
  // The servers leave out a fraction of zero.
  return `${escrito.slice(0, 10)}T${escrito.slice(11)}${escrito.length === 19 ? '.000' : ''}Z`;
}

export const dia = (valor: unknown): string =>
  valor instanceof Date ? valor.toISOString().slice(0, 10) : texto(valor).slice(0, 10);

/** Applies a decoder to a column that may be NULL. */
export const ouNulo =
  <T>(decodificar: (valor: unknown) => T) =>
  (valor: unknown): T | null =>
    valor === null || valor === undefined ? null : decodificar(valor);
