import { removerMascara, todosIguais } from './mascara.js';

/** Cadastro Nacional de Estabelecimentos de Saúde, stored as its 7 digits. */
export const normalizarCnes = (texto: string): string => removerMascara(texto);

/** 7 digits, not all equal. The check digit is only a warning: see `digitoDoCnesConfere`. */
export function cnesValido(normalizado: string): boolean {
  return /^\d{7}$/.test(normalizado) && !todosIguais(normalizado);
}

/**
 * True when the last digit agrees with weights 7..2, module 11 (10 and 11 give 0). The rule is not
 * published; it held for every real hospital examined, so a mismatch warns and never refuses.
 */
export function digitoDoCnesConfere(normalizado: string): boolean {
  if (!/^\d{7}$/.test(normalizado)) return false;
  const soma = [7, 6, 5, 4, 3, 2].reduce(
    (total, peso, posicao) => total + peso * Number(normalizado.charAt(posicao)),
    0,
  );
  const digito = 11 - (soma % 11);
  return Number(normalizado.charAt(6)) === (digito > 9 ? 0 : digito);
}
