import type { Linha } from './conexoes.js';

/** The default size. */
export const LIMITE = 20;

/** A page of the default size; one row more than it holds tells that there is another. */
export function pagina(
  linhas: readonly Linha[],
  mostrar: (linha: Linha) => object,
  cursor: (ultima: Linha) => readonly unknown[],
): object {
  const itens = linhas.slice(0, LIMITE);
  const proximoCursor =
    linhas.length > LIMITE ? Buffer.from(JSON.stringify(cursor(itens.at(-1)!))).toString('base64url') : null;
  return { data: itens.map(mostrar), meta: { limite: LIMITE, proximoCursor } };
}
