import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transacao } from '../../banco/transacao.js';
import type { MutacaoEmCurso } from '../auditoria/mutacao.js';

/** What every log line and event of one request or reaction shares. */
export interface Contexto {
  readonly correlacaoId: string;
  usuarioId: number | null;
  /** The session of the request; null in what the system does by itself. */
  sessaoId: number | null;
  /** The address the request came from; null where nobody asked. */
  readonly origem: string | null;
  /** Method and template of the route; absent where nobody asked. */
  readonly operacao?: string | null;
  /** What the trail will tell of a request that changes something. */
  readonly mutacao?: MutacaoEmCurso | null;
}

/** That of what nobody asked for: schedules, durable sagas, what is sent. */
export const contextoDoSistema = (correlacaoId: string): Contexto => ({
  correlacaoId,
  usuarioId: null,
  sessaoId: null,
  origem: null,
});

/**
 * What goes along with the code from one await to the next. One storage for all of it: each one more is paid by every
 * promise of the process (Node before 24).
 */
interface Corrente {
  readonly contexto: Contexto | undefined;
  readonly transacao: Transacao | null;
}

const armazem = new AsyncLocalStorage<Corrente>();

export const contextoAtual = (): Contexto | undefined => armazem.getStore()?.contexto;

export const noContexto = <T>(contexto: Contexto, trabalho: () => T): T =>
  armazem.run({ contexto, transacao: armazem.getStore()?.transacao ?? null }, trabalho);

/** The transaction in whose course this code runs, ended or not; for `banco/transacao-ambiente.ts`. */
export const transacaoDaCorrente = (): Transacao | null => armazem.getStore()?.transacao ?? null;

export const comTransacao = <T>(transacao: Transacao | null, trabalho: () => T): T =>
  armazem.run({ contexto: armazem.getStore()?.contexto, transacao }, trabalho);
