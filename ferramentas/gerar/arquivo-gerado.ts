/** A file that the code generates and the repository keeps. */
export interface ArquivoGerado {
  /** Relative to the root of the project. */
  readonly caminho: string;
  readonly conteudo: string;
}

/** First line of every generated Markdown. */
export const AVISO = '<!-- Gerado por `npm run gerar` a partir do código: não edite à mão. -->';

/** A Markdown table; `|` and line breaks inside cells are escaped. */
export function tabela(colunas: readonly string[], linhas: readonly (readonly string[])[]): string {
  const linha = (celulas: readonly string[]): string => `| ${celulas.map(celula).join(' | ')} |`;
  return [linha(colunas), `|${'---|'.repeat(colunas.length)}`, ...linhas.map(linha)].join('\n');
}

/** Sections separated by a blank line, with the newline that ends a text file. */
export const documento = (...partes: readonly string[]): string => `${partes.join('\n\n')}\n`;

const celula = (texto: string): string => texto.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');

/** Order that does not depend on the machine's language. */
export const porTexto = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
