import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line and event of one request or reaction shares. */
export interface Contexto {
  readonly correlacaoId: string;
  usuarioId: number | null;
}

const armazem = new AsyncLocalStorage<Contexto>();

export const contextoAtual = (): Contexto | undefined => armazem.getStore();

export function noContexto<T>(contexto: Contexto, trabalho: () => T): T {
  return armazem.run(contexto, trabalho);
}
