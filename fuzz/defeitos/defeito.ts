import type { Defeito } from '../../ferramentas/defeitos/troca.js';

/** A fault to be found, and where it belongs in the catalogue of WFC (F100…F210). */
export interface DefeitoPlantado extends Defeito {
  readonly classe: string;
}

/** In one compiled file, one piece of text for another. */
export const plantado = (
  classe: string,
  codigo: string,
  descricao: string,
  [arquivo, de, para]: readonly [arquivo: string, de: string, para: string],
): DefeitoPlantado => ({ classe, codigo, descricao, trocas: [{ arquivo: `src/${arquivo}`, de, para }] });
