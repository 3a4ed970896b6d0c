import type { Operacao } from '../documento/documento.js';
import type { Validadores } from '../documento/validadores.js';
import type { Passo } from '../passos/passo.js';
import type { Fontes } from './valores.js';

/** All that a technique may look at. */
export interface Contexto extends Fontes {
  readonly operacao: Operacao;
  readonly numero: number;
  readonly validadores: Validadores;
  /** Statuses that the operation documents and nobody has seen yet. */
  readonly faltam: ReadonlySet<number>;
  /** What some operation of the document does at this path. */
  readonly metodosDe: (modelo: string) => readonly string[];
  /** Remembers it, and says whether it is the first time. */
  readonly inedita: (regra: string) => boolean;
}

/** One way to make a request of any operation, and the answer that must come of it. */
export interface Tecnica {
  readonly nome: string;
  /** The statuses that it is for. */
  readonly alvos: readonly number[];
  /** How often, beside the others. */
  readonly peso: number;
  readonly serve: (operacao: Operacao) => boolean;
  /** Null when nothing that it needs is there yet. */
  readonly fazer: (contexto: Contexto) => Passo | null;
}

export const temParametro = ({ parametros }: Operacao, onde: string, nome?: string): boolean =>
  parametros.some((p) => p.onde === onde && (nome === undefined || p.nome === nome));

export const fechada = ({ aberta }: Operacao): boolean => !aberta;
export const temCorpo = ({ corpo }: Operacao): boolean => corpo !== null;
/** Fastify reads a body on these methods only. */
export const leCorpo = ({ metodo }: Operacao): boolean => metodo !== 'GET';
