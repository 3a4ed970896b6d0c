import { removerMascara } from './mascara.js';

/** CID-10 code: `a00.0` → `A000`, the stored form (as in SIH and TISS). */
export const normalizarCid10 = (texto: string): string => removerMascara(texto);

/** A letter, two digits and an optional third: the shape only, not whether the code exists. */
export function cid10Valido(normalizado: string): boolean {
  return /^[A-Z]\d{2}\d?$/.test(normalizado);
}

/** `A000` → `A00.0`; a category of three characters stays as it is. */
export function mascararCid10(normalizado: string): string {
  return normalizado.length === 4 ? `${normalizado.slice(0, 3)}.${normalizado.slice(3)}` : normalizado;
}
