import { comTransacao, transacaoDaCorrente } from '../plataforma/observabilidade/contexto.js';
import type { Transacao } from './transacao.js';

/** The transaction of the unit of work in whose course this code runs, if any. */
export const transacaoAmbiente = (): Transacao | null => {
  const transacao = transacaoDaCorrente();
  return transacao?.aberta ? transacao : null;
};

export const naTransacao = <T>(transacao: Transacao, trabalho: () => T): T =>
  comTransacao(transacao, trabalho);

/** Runs what must not join the transaction it was started from: after-commit work, timers, the relay. */
export const foraDaTransacao = <T>(trabalho: () => T): T => comTransacao(null, trabalho);
