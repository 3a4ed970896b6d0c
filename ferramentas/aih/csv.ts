import { ErroDeUso } from './erro-de-uso.js';

/** One line of the file, by column name. */
export type LinhaCsv = ReadonlyMap<string, string>;

/**
 * Reads the `;` files of SIH/AIH: a header, fields bare or between double quotes, and no separator,
 * quote or line break inside a field. A line that breaks this has another number of fields: refused.
 */
export function lerCsv(texto: string): LinhaCsv[] {
  const [cabecalho, ...linhas] = texto
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((linha) => linha.trim() !== '')
    .map(separarCampos);
  if (cabecalho === undefined) throw new ErroDeUso('O arquivo CSV está vazio.');
  return linhas.map((campos, indice) => {
    if (campos.length !== cabecalho.length) {
      throw new ErroDeUso(
        `Registro ${indice + 1} do CSV: esperados ${cabecalho.length} campos, lidos ${campos.length}.`,
      );
    }
    return new Map(cabecalho.map((coluna, posicao) => [coluna, campos[posicao] ?? '']));
  });
}

function separarCampos(linha: string): string[] {
  return linha.split(';').map((campo) => campo.trim().replace(/^"(.*)"$/, '$1'));
}
