import type { Parametro } from './dialeto.js';

/**
 * `?, ?, …` for an IN, and the values of it. Their number is a power of two, the last one repeated: lists of every
 * length share a few prepared statements. `valores` has at least one.
 */
export function lista(valores: readonly Parametro[]): {
  readonly lugares: string;
  readonly valores: Parametro[];
} {
  const todos = completar(valores);
  return { lugares: todos.map(() => '?').join(', '), valores: todos };
}

/** The same items, the last one repeated up to a power of two. */
export function completar<T>(itens: readonly T[]): T[] {
  const quantos = 2 ** Math.ceil(Math.log2(itens.length));
  return [...itens, ...Array.from({ length: quantos - itens.length }, () => itens.at(-1)!)];
}
