import { aplicarMascara, removerMascara, todosIguais } from './mascara.js';

/** `01310-100` → `01310100`, the stored form. */
export const normalizarCep = (texto: string): string => removerMascara(texto);

/** 8 digits, not all equal; a CEP has no check digit. */
export function cepValido(normalizado: string): boolean {
  return /^\d{8}$/.test(normalizado) && !todosIguais(normalizado);
}

/** `01310100` → `01310-100`. */
export const mascararCep = (normalizado: string): string => aplicarMascara(normalizado, '#####-###');
