import type { Alvo } from './alvo.js';

/** Work that the relay, the numbering of events and the mail have yet to do. */
const PENDENTES = `SELECT (SELECT COUNT(*) FROM entregas_prontas) + (SELECT COUNT(*) FROM notificacoes_fila)
                        + (SELECT COUNT(*) FROM eventos WHERE sequencia IS NULL) AS n`;
const INTERVALO_MS = 3;
/** What does not get less in this time waits for another day: a delivery put off after a failure. */
const PACIENCIA_MS = 5_000;

/** Waits until the reactions to what was just done are done too, so that what comes next finds the same on every run. */
export async function esperarSossego(alvo: Alvo): Promise<void> {
  let menor = Infinity;
  let limite = performance.now() + PACIENCIA_MS;
  while (performance.now() < limite) {
    const n = Number((await alvo.consultar(PENDENTES))[0]?.['n']);
    if (n === 0) return;
    if (n < menor) limite = performance.now() + PACIENCIA_MS;
    menor = Math.min(menor, n);
    await new Promise((resolver) => setTimeout(resolver, INTERVALO_MS));
  }
}
