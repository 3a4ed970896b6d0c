import { ErroDeDominio } from '../erros/erro-de-dominio.js';

const NIVEIS = 32;
/** Of one list, or of the fields of one object. */
const ITENS = 1_000;

/**
 * Parses a JSON body; one nested deeper, or with longer lists, than any of ours is refused before it is parsed. So
 * is one that says a field twice: who read it before us may have believed the other.
 */
export function lerJson(texto: string): unknown {
  const campos = contarCampos(texto);
  let valor: unknown;
  try {
    valor = JSON.parse(texto);
  } catch {
    throw ilegivel('O corpo não é um JSON válido.');
  }
  if (camposDe(valor) !== campos) throw ilegivel('O JSON do corpo traz um campo mais de uma vez.');
  return valor;
}

const ilegivel = (mensagem: string): ErroDeDominio =>
  new ErroDeDominio('requisicao_ilegivel', 'PLATAFORMA.JSON_ILEGIVEL', mensagem);

/** How many fields a text names, in one pass over what is outside its strings; throws where it is out of bounds. */
export function contarCampos(texto: string): number {
  let campos = 0;
  let emTexto = false;
  /** Items seen of each container that is open, by depth. */
  const itens: number[] = [];
  for (let i = 0; i < texto.length; i++) {
    const c = texto.charCodeAt(i);
    if (emTexto) {
      if (c === 0x5c) i++;
      else if (c === 0x22) emTexto = false;
    } else if (c === 0x22) emTexto = true;
    else if (c === 0x7b || c === 0x5b) {
      if (itens.push(1) > NIVEIS) throw ilegivel(`O JSON do corpo tem mais de ${NIVEIS} níveis.`);
    } else if (c === 0x7d || c === 0x5d) itens.pop();
    else if (c === 0x3a) campos++;
    else if (c === 0x2c && itens.length > 0 && ++itens[itens.length - 1]! > ITENS)
      throw ilegivel(`O JSON do corpo tem uma lista de mais de ${ITENS} itens.`);
  }
  return campos;
}

/** Fields of a value and of all within it. */
function camposDe(valor: unknown): number {
  if (typeof valor !== 'object' || valor === null) return 0;
  const dentro = Object.values(valor) as unknown[];
  let campos = Array.isArray(valor) ? 0 : dentro.length;
  for (const um of dentro) campos += camposDe(um);
  return campos;
}
