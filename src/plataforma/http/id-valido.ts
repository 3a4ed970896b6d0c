import { MAIOR_INTEIRO } from './campos.js';

/** The number that the id of a path is; null for what is none. */
export function idValido(texto: string): number | null {
  const id = /^[1-9]\d{0,9}$/.test(texto) ? Number(texto) : Number.NaN;
  return id <= MAIOR_INTEIRO ? id : null;
}
