/** What people type between the digits of an identifier; anything else stays, so that it is refused later. */
const SINAIS_DE_MASCARA = /[./() -]/g;

/** Trims, drops only `. - / ( )` and spaces, and upper-cases: a stray letter is kept, never read past. */
export function removerMascara(texto: string): string {
  return texto.trim().replace(SINAIS_DE_MASCARA, '').toUpperCase();
}

/** True when every character is the same: `111.111.111-11` passes a check digit and is nobody's. */
export function todosIguais(texto: string): boolean {
  return new Set(texto).size === 1;
}

/** Fills each `#` of the mask with one character; a text of another length comes back untouched. */
export function aplicarMascara(texto: string, mascara: string): string {
  const lugares = mascara.split('#').length - 1;
  if (texto.length !== lugares) return texto;
  let proximo = 0;
  return mascara.replace(/#/g, () => texto.charAt(proximo++));
}
