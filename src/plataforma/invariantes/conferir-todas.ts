import { setImmediate } from 'node:timers/promises';
import type { Leitura } from '../../banco/leitura.js';
import { type Conferencia, conferir } from './conferir.js';
import type { Acervo } from './reunir.js';

/** How late what is due may be: past it, a delivery nobody took or an event without number is not on its way any more. */
const TOLERANCIA_MS = 10 * 60_000;

export interface OpcoesDaAuditoria {
  readonly agora: Date;
  /** In milliseconds; 0: the product has come to rest, and nothing may be under way. */
  readonly toleranciaMs?: number;
  /** How long all of it may take, in milliseconds; what is left then is not checked. */
  readonly prazoMs?: number;
}

/** Checks one invariant after the other, giving way to other work between them: the answers come as they are known. */
export async function* conferirTodas(
  leitura: Leitura,
  { invariantes, escutas }: Acervo,
  { agora, toleranciaMs = TOLERANCIA_MS, prazoMs = Number.POSITIVE_INFINITY }: OpcoesDaAuditoria,
): AsyncGenerator<Conferencia> {
  const contexto = { agora, prazo: new Date(agora.getTime() - toleranciaMs), escutas };
  const limite = performance.now() + prazoMs;
  for (const invariante of invariantes) {
    yield performance.now() < limite
      ? await conferir(leitura, invariante, contexto)
      : { invariante, conferida: false, registros: [], haMais: false, duracaoMs: 0 };
    await setImmediate();
  }
}
