/**
 * A name as search columns keep it: lower case, no accents, one space between words. `José  da SILVA`
 * and `jose da silva` meet here; the name itself is stored as it was typed.
 */
export function normalizarParaBusca(texto: string): string {
  return texto
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
}
