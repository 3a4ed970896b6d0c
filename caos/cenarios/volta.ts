import type { Operador } from '../operador.js';
import type { Palco } from '../palco.js';
import { segundos } from '../veredito.js';

const PRAZO_MS = 30_000;

/** From now until some replica acknowledges an effect of this type again, in milliseconds. */
export async function medirVolta(operador: Operador, evento: string): Promise<number> {
  const inicio = performance.now();
  await operador.proximo(evento, null, PRAZO_MS);
  return performance.now() - inicio;
}

/** The product, never restarted, outlived the database and was back soon after it, each time. */
export function conferirVoltas(palco: Palco, voltas: readonly number[], maximaMs: number): void {
  palco.medido.push(`de volta em ${segundos(Math.max(...voltas))}, no pior caso`);
  for (const volta of voltas)
    if (volta > maximaMs) palco.achados.anotar('DEMORA: o produto não voltou com o banco', segundos(volta));
  for (const { vivo, saida } of palco.replicas)
    if (!vivo) palco.achados.anotar('MORTE: o produto acabou com o banco', saida.slice(-300));
}
