import { isValidLandlinePhone } from '@brazilian-utils/brazilian-utils/is-valid-landline-phone';
import { isValidMobilePhone } from '@brazilian-utils/brazilian-utils/is-valid-mobile-phone';
import { aplicarMascara, removerMascara, todosIguais } from './mascara.js';

const BRASIL = '+55';

/**
 * Any usual way of writing a telephone → E.164, the stored form. `(11) 98765-4321`, `011 98765-4321`,
 * `55 11 98765-4321`, `0055…` and `+55…` all give `+5511987654321`. A foreign number must come with `+`
 * (or `00`): without it ten or eleven digits are DDD and number. What fits nothing is left to be refused.
 */
export function normalizarTelefone(texto: string): string {
  const limpo = removerMascara(texto);
  if (/^00[1-9]\d+$/.test(limpo) && !/^\(00?\)/.test(texto.trim())) return `+${limpo.slice(2)}`;
  if (/^55\d{10,11}$/.test(limpo)) return `+${limpo}`;
  const nacional = /^0?([1-9]\d{9,10})$/.exec(limpo)?.[1];
  return nacional === undefined ? limpo : `${BRASIL}${nacional}`;
}

/**
 * Brazil: an existing DDD, then a mobile of 9 digits or a landline of 8 that starts 2–5
 * (Resolução Anatel 749/2022). Elsewhere: E.164 in shape only, `+` and 7 to 15 digits.
 */
export function telefoneValido(normalizado: string): boolean {
  if (!/^\+[1-9]\d{6,14}$/.test(normalizado)) return false;
  if (!normalizado.startsWith(BRASIL)) return !todosIguais(normalizado.slice(1));
  const nacional = normalizado.slice(BRASIL.length);
  if (todosIguais(nacional)) return false;
  if (nacional.length === 11) return isValidMobilePhone(nacional, { version: 2 });
  // The library still takes 6 as the first digit of a landline.
  return /^\d{2}[2-5]\d{7}$/.test(nacional) && isValidLandlinePhone(nacional);
}

/** `+5511987654321` → `(11) 98765-4321`; a foreign number is shown as it is stored. */
export function mascararTelefone(normalizado: string): string {
  if (!/^\+55\d{10,11}$/.test(normalizado)) return normalizado;
  const nacional = normalizado.slice(BRASIL.length);
  return aplicarMascara(nacional, nacional.length === 11 ? '(##) #####-####' : '(##) ####-####');
}
