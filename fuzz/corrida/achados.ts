import type { Falha } from '../oraculos/juiz.js';

/** The same complaint, however many requests it came from. */
export interface Achado {
  readonly chave: string;
  /** The first time. */
  readonly falha: Falha;
  readonly vezes: number;
}

/** `maxLength: endereco.cep` and its like are one technique. */
const classe = (tecnica: string): string => tecnica.replace(/[:?"{[ ].*$/, '');

export const chaveDe = ({ oraculo, passo }: Falha): string =>
  `${oraculo} em ${passo.operacao} (${classe(passo.tecnica)})`;

/** In the order in which they were first seen. */
export function agrupar(falhas: readonly Falha[]): Achado[] {
  const achados = new Map<string, { falha: Falha; vezes: number }>();
  for (const falha of falhas) {
    const achado = achados.get(chaveDe(falha));
    if (achado) achado.vezes += 1;
    else achados.set(chaveDe(falha), { falha, vezes: 1 });
  }
  return [...achados].map(([chave, achado]) => ({ chave, ...achado }));
}
