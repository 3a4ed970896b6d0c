import type { PlanoDeVisao } from './clinico.js';

/** A part of an answer that has restricted fields, and which. */
export interface Achado {
  readonly valor: object;
  readonly plano: PlanoDeVisao;
}

/** All such parts of one record of an answer, itself included. */
export function achar(plano: PlanoDeVisao, valor: object): Achado[] {
  const dentro = plano.dentro.flatMap(({ campo, plano: outro }) =>
    [(valor as Record<string, unknown>)[campo]]
      .flat()
      .filter((parte): parte is object => typeof parte === 'object' && parte !== null)
      .flatMap((parte) => achar(outro, parte)),
  );
  return plano.restritos.length > 0 ? [{ valor, plano }, ...dentro] : dentro;
}

export function tirar(valor: object, campo: string): void {
  delete (valor as Record<string, unknown>)[campo];
}
