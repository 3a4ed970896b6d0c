/** Rows with columns aligned, the first one to the left; the first row is the heading. */
export function escreverTabela(linhas: readonly (readonly string[])[]): string {
  const larguras = linhas[0]!.map((_, coluna) => Math.max(...linhas.map((linha) => linha[coluna]!.length)));
  return linhas
    .map((linha) =>
      linha
        .map((texto, coluna) =>
          coluna === 0 ? texto.padEnd(larguras[coluna]!) : texto.padStart(larguras[coluna]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const porSegundo = (valor: number): string => `${Math.round(valor).toLocaleString('pt-BR')}/s`;

export const decimal = (valor: number, casas = 2): string =>
  valor.toLocaleString('pt-BR', { minimumFractionDigits: casas, maximumFractionDigits: casas });

export const milissegundos = (valor: number): string => `${decimal(valor, valor < 10 ? 2 : 1)} ms`;

/** Of `maximo`, in blocks of an eighth of a character. */
export function barra(valor: number, maximo: number, largura = 30): string {
  const oitavos = Math.round((8 * largura * valor) / maximo);
  return '█'.repeat(Math.floor(oitavos / 8)) + ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][oitavos % 8];
}
