import { ErroDeDominio } from '../erros/erro-de-dominio.js';

const MAXIMA = 32;

/** Parses a JSON body; one nested deeper than any of ours is refused before it is parsed. */
export function lerJson(texto: string): unknown {
  if (maisFundoQue(texto, MAXIMA)) throw ilegivel(`O JSON do corpo tem mais de ${MAXIMA} níveis.`);
  try {
    return JSON.parse(texto);
  } catch {
    throw ilegivel('O corpo não é um JSON válido.');
  }
}

const ilegivel = (mensagem: string): ErroDeDominio =>
  new ErroDeDominio('requisicao_ilegivel', 'PLATAFORMA.JSON_ILEGIVEL', mensagem);

/** True when brackets outside strings nest deeper than `limite`. */
export function maisFundoQue(texto: string, limite: number): boolean {
  let fundo = 0;
  let emTexto = false;
  for (let i = 0; i < texto.length; i++) {
    const c = texto.charCodeAt(i);
    if (emTexto) {
      if (c === 0x5c) i++;
      else if (c === 0x22) emTexto = false;
    } else if (c === 0x22) emTexto = true;
    else if (c === 0x7b || c === 0x5b) {
      if (++fundo > limite) return true;
    } else if (c === 0x7d || c === 0x5d) fundo--;
  }
  return false;
}
