import { isValidCns } from '@brazilian-utils/brazilian-utils/is-valid-cns';
import { aplicarMascara, removerMascara, todosIguais } from './mascara.js';

/** Cartão Nacional de Saúde: `898 0001 0000 0004` → `898000100000004`, the stored form. */
export const normalizarCns = (texto: string): string => removerMascara(texto);

/** 15 digits: definitive (1, 2) or provisional (7, 8, 9), each by its own module 11 (DATASUS). */
export function cnsValido(normalizado: string): boolean {
  return /^\d{15}$/.test(normalizado) && !todosIguais(normalizado) && isValidCns(normalizado);
}

/** `898000100000004` → `898 0001 0000 0004`, as printed on the card. */
export const mascararCns = (normalizado: string): string => aplicarMascara(normalizado, '### #### #### ####');
