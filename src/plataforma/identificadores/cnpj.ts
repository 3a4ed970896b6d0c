import { isValidCnpj } from '@brazilian-utils/brazilian-utils/is-valid-cnpj';
import { aplicarMascara, removerMascara, todosIguais } from './mascara.js';

/** `12.abc.345/01de-35` → `12ABC34501DE35`, the stored form. */
export const normalizarCnpj = (texto: string): string => removerMascara(texto);

/** 12 digits or letters and two numeric check digits (IN RFB 2.229/2024; letters since July 2026). */
export function cnpjValido(normalizado: string): boolean {
  return (
    /^[0-9A-Z]{12}\d{2}$/.test(normalizado) &&
    !todosIguais(normalizado) &&
    // Version 1, the library's default, refuses every letter.
    isValidCnpj(normalizado, { version: 2 })
  );
}

/** `12ABC34501DE35` → `12.ABC.345/01DE-35`. */
export const mascararCnpj = (normalizado: string): string =>
  aplicarMascara(normalizado, '##.###.###/####-##');
