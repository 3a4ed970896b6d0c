import { setTimeout as esperar } from 'node:timers/promises';
import type { Base } from '../../ferramentas/apoio/base.js';

/** The server writes its log a moment after it has answered. */
const FOLGA_MS = 100;

/** The statements that reach the server while `fazer` runs, each without its values, in order. */
export const registrarComandos = async (base: Base, fazer: () => Promise<void>): Promise<string[]> =>
  (await comandosComValores(base, fazer)).map(semValores);

/**
 * The same as they were sent; one that was prepared before shows `?` for its values. The log is the whole server's:
 * nobody else may be using it.
 */
export async function comandosComValores(base: Base, fazer: () => Promise<void>): Promise<string[]> {
  await base.consultar('TRUNCATE mysql.general_log');
  await base.consultar('SET GLOBAL general_log = ON');
  try {
    await fazer();
    await esperar(FOLGA_MS);
  } finally {
    await base.consultar('SET GLOBAL general_log = OFF');
  }
  const linhas = await base.consultar(
    `SELECT CONVERT(argument USING utf8mb4) AS texto FROM mysql.general_log
      WHERE command_type IN ('Query', 'Execute') ORDER BY event_time`,
  );
  return linhas.map(({ texto }) => String(texto)).filter((texto) => !DE_FORA.test(texto));
}

/** The recording itself, and what a new connection sets. */
const DE_FORA = /general_log|^SET SESSION|^SELECT VERSION/i;

/** What a statement says besides its values, whoever bound them: prepared, or written into the text. */
export const semValores = (sql: string): string =>
  sql
    .replace(/'(?:[^'\\]|\\.|'')*'/g, '?')
    .replace(/\bNULL\b/g, '?')
    .replace(/\b\d+(?:\.\d+)?\b/g, '?')
    .replace(/\s+/g, ' ')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
    .trim();
