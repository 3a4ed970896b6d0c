import type { Resposta } from './cliente.js';
import type { Json } from './passo.js';

/** These fields of an answer; in a list, of each item. */
export function escolherCampos(data: Json | undefined, campos: readonly string[]): Json {
  if (Array.isArray(data)) return (data as Json[]).map((item) => escolherCampos(item, campos));
  const todos = (data ?? {}) as Readonly<Record<string, Json>>;
  return Object.fromEntries(campos.filter((campo) => campo in todos).map((campo) => [campo, todos[campo]!]));
}

export interface Recusa {
  readonly message: string;
  readonly codigo: string;
}

/** The first error of the envelope; null where the answer is no refusal. */
export const lerRecusa = ({ corpo }: Pick<Resposta, 'corpo'>): Recusa | null =>
  (corpo as { error?: Recusa[] } | null | undefined)?.error?.[0] ?? null;
