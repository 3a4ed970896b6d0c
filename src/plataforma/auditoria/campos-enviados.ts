/** What the column holds. */
const MAXIMO = 500;
const RETICENCIAS = ',…';
/** As fields of the product are named; anything else might be a value in the place of a name. */
const NOME = /^[A-Za-z_]\w{0,39}$/;
const FUNDO = 4;

/** The names of the fields of a body, `endereco.cep` for one within another: names alone, by commas, never a value. */
export const camposEnviados = (corpo: unknown): string => emTexto(nomes(corpo));

/** As many whole names as fit. */
export function emTexto(nomesDosCampos: Iterable<string>): string {
  const todos = [...nomesDosCampos].join(',');
  if (todos.length <= MAXIMO) return todos;
  const cortado = todos.slice(0, MAXIMO - RETICENCIAS.length + 1);
  return cortado.slice(0, Math.max(0, cortado.lastIndexOf(','))) + RETICENCIAS;
}

function nomes(corpo: unknown): Set<string> {
  const achados = new Set<string>();
  colher(corpo, '', 1, achados);
  return achados;
}

function colher(valor: unknown, prefixo: string, fundo: number, achados: Set<string>): void {
  if (Array.isArray(valor)) {
    for (const item of valor) colher(item, prefixo, fundo, achados);
    return;
  }
  if (typeof valor !== 'object' || valor === null || fundo > FUNDO) return;
  for (const [nome, conteudo] of Object.entries(valor)) {
    if (!NOME.test(nome)) continue;
    const campo = prefixo === '' ? nome : `${prefixo}.${nome}`;
    const antes = achados.size;
    if (typeof conteudo === 'object' && conteudo !== null) colher(conteudo, campo, fundo + 1, achados);
    // What has fields of its own is told by them.
    if (achados.size === antes) achados.add(campo);
  }
}
