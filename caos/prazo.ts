import { setTimeout as esperar } from 'node:timers/promises';

/** What this promise answers, or an error that says in how many minutes it did not; it is not interrupted by it. */
export async function noPrazo<T>(feito: Promise<T>, minutos: number, oQueHouve: string): Promise<T> {
  const chegou = new AbortController();
  const prazo = esperar(minutos * 60_000, undefined, { signal: chegou.signal }).then(() => {
    throw new Error(`${oQueHouve} em ${minutos} min`);
  });
  try {
    return await Promise.race([feito, prazo]);
  } finally {
    chegou.abort();
  }
}
