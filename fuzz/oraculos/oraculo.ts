import type { Execucao } from '../alvos/executor.js';
import type { Documento, Operacao } from '../documento/documento.js';
import type { Validadores } from '../documento/validadores.js';

/** One answer to be judged, with what is known about it. */
export interface Caso extends Execucao {
  readonly operacao: Operacao;
  readonly documento: Documento;
  readonly validadores: Validadores;
  /** The step that this one repeats, reads again or goes on from. */
  readonly anterior: Execucao | undefined;
  readonly tolerancias: Tolerancias;
  /** Passwords that some request carried. */
  readonly segredos: ReadonlySet<string>;
}

/** What looks wrong and is right, said openly: see `particularidades.ts`. */
export interface Tolerancias {
  /** Collections whose records go on by themselves: read again, they may have changed. */
  readonly mudamSozinhos: readonly string[];
  /** Where what an operation makes is read, when not beneath its own path. */
  readonly lugares: Readonly<Record<string, string>>;
  /** Fields that answer with another value each time. */
  readonly sempreNovos: readonly string[];
  /** Filters that look into more than the field of the same name. */
  readonly filtrosLargos: readonly string[];
}

/** A question asked of every answer. */
export interface Oraculo {
  readonly codigo: string;
  /** Classes of the catalogue of WFC (F100…F210) that it looks for. */
  readonly classes: readonly string[];
  /** What is wrong, in a sentence; null: nothing, or nothing to say. */
  readonly conferir: (caso: Caso) => string | null;
}

export const deuCerto = ({ resposta: { status } }: Pick<Execucao, 'resposta'>): boolean =>
  status >= 200 && status < 300;

export interface ItemDeErro {
  readonly title?: unknown;
  readonly message?: unknown;
  readonly codigo?: unknown;
  readonly campo?: unknown;
}

/** The entries of an error envelope; none when it is not one. */
export const itensDeErro = ({ json }: Pick<Execucao, 'json'>): ItemDeErro[] => {
  const itens = (json as { error?: unknown } | null | undefined)?.error;
  return Array.isArray(itens) ? (itens as ItemDeErro[]) : [];
};

export const dadosDe = ({ json }: Pick<Execucao, 'json'>): unknown =>
  (json as { data?: unknown } | undefined)?.data;
