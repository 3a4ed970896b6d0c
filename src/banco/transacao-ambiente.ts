import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transacao } from './transacao.js';

const armazem = new AsyncLocalStorage<Transacao | null>();

/** The transaction of the unit of work in whose course this code runs, if any. */
export const transacaoAmbiente = (): Transacao | null => {
  const transacao = armazem.getStore() ?? null;
  return transacao?.aberta ? transacao : null;
};

export const naTransacao = <T>(transacao: Transacao, trabalho: () => T): T =>
  armazem.run(transacao, trabalho);

/** Runs what must not join the transaction it was started from: after-commit work, timers, the relay. */
export const foraDaTransacao = <T>(trabalho: () => T): T => armazem.run(null, trabalho);
