import type { Operador } from '../operador.js';

const PRAZO_MS = 30_000;

/** From now until some replica acknowledges an effect of this type again, in milliseconds. */
export async function medirVolta(operador: Operador, evento: string): Promise<number> {
  const inicio = performance.now();
  const replicas = Array.from({ length: operador.replicas }, (_, n) => n);
  await Promise.race(replicas.map((n) => operador.proximo(evento, n, PRAZO_MS)));
  return performance.now() - inicio;
}
