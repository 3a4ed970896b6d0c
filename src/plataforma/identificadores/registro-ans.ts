import { aplicarMascara, removerMascara, todosIguais } from './mascara.js';

/** Registro of a health-plan operator at ANS: `41837-4` → `418374`, the stored form. */
export const normalizarRegistroAns = (texto: string): string => removerMascara(texto);

/** 6 digits, not all equal. No check digit rule fits every active operator, so none is enforced. */
export function registroAnsValido(normalizado: string): boolean {
  return /^\d{6}$/.test(normalizado) && !todosIguais(normalizado);
}

/** `418374` → `41837-4`. */
export const mascararRegistroAns = (normalizado: string): string => aplicarMascara(normalizado, '#####-#');
