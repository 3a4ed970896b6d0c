import { isValidCpf } from '@brazilian-utils/brazilian-utils/is-valid-cpf';
import { aplicarMascara, removerMascara } from './mascara.js';

/** `529.982.247-25` → `52998224725`, the stored form. */
export const normalizarCpf = (texto: string): string => removerMascara(texto);

/** 11 digits, not all equal, with both check digits right (Receita Federal, module 11). */
export function cpfValido(normalizado: string): boolean {
  return /^\d{11}$/.test(normalizado) && isValidCpf(normalizado);
}

/** `52998224725` → `529.982.247-25`. */
export const mascararCpf = (normalizado: string): string => aplicarMascara(normalizado, '###.###.###-##');
