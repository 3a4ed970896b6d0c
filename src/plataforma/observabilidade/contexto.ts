import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line and event of one request or reaction shares. */
export interface Contexto {
  readonly correlacaoId: string;
  usuarioId: number | null;
  /** The session of the request; null in what the system does by itself. */
  sessaoId: number | null;
  /** The address the request came from; null where nobody asked. */
  readonly origem: string | null;
}

/** That of what nobody asked for: schedules, durable sagas, what is sent. */
export const contextoDoSistema = (correlacaoId: string): Contexto => ({
  correlacaoId,
  usuarioId: null,
  sessaoId: null,
  origem: null,
});

const armazem = new AsyncLocalStorage<Contexto>();

export const contextoAtual = (): Contexto | undefined => armazem.getStore();

export function noContexto<T>(contexto: Contexto, trabalho: () => T): T {
  return armazem.run(contexto, trabalho);
}
