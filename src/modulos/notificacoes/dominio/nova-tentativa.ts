/** How often a notice is tried before it is given up (DOMINIO §2). */
export const MAXIMO_DE_TENTATIVAS = 5;

const MINUTO_MS = 60_000;
const ESPERAS_MS = [1, 5, 30, 120].map((minutos) => minutos * MINUTO_MS);
/** Spreads the retries of notices that failed together. */
const FOLGA = 0.2;

/** Milliseconds until the next attempt, after `tentativas` of them: 1 min, 5 min, 30 min, 2 h, each up to a fifth longer. */
export function esperaMs(tentativas: number, sorteio: () => number = Math.random): number {
  const base = ESPERAS_MS[Math.min(Math.max(tentativas, 1), ESPERAS_MS.length) - 1]!;
  return Math.round(base * (1 + FOLGA * sorteio()));
}
