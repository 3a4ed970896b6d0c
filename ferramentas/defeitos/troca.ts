/** A fault to plant: in a compiled file of the product, one piece of text in the place of another. */
export interface Troca {
  /** Within dist/, as `src/banco/unidade-de-trabalho.js`. */
  readonly arquivo: string;
  /** Must occur exactly once: a fault whose place has moved is not planted in silence. */
  readonly de: string;
  readonly para: string;
}

/** A known-bad version of the product: a check that does not notice it proves nothing. */
export interface Defeito {
  readonly codigo: string;
  /** What is wrong with it, in Portuguese. */
  readonly descricao: string;
  readonly trocas: readonly Troca[];
}

/** The text with the fault in it; throws when the place is not there, or is not one. */
export function trocar(texto: string, { arquivo, de, para }: Troca): string {
  const vezes = texto.split(de).length - 1;
  if (vezes !== 1) throw new Error(`the fault's place occurs ${vezes} times in ${arquivo}: ${de}`);
  return texto.replace(de, () => para);
}
