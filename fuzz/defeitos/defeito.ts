import type { Defeito } from '../../ferramentas/defeitos/troca.js';
import { type Falha, ORACULOS } from '../oraculos/juiz.js';

/** A fault to be found, and where it belongs in the catalogue of WFC (F100…F210). */
export interface DefeitoPlantado extends Defeito {
  readonly classe: string;
  /** The oracles that see it, where they are not simply those of its class. */
  readonly apanhadaPor?: readonly string[];
}

/** The oracles whose finding is this fault found: anything else went wrong by itself. */
export const apanhadaPor = ({ classe, apanhadaPor: escolhidos }: DefeitoPlantado): readonly string[] =>
  escolhidos ?? ORACULOS.filter(({ classes }) => classes.includes(classe)).map(({ codigo }) => codigo);

export const foiApanhada = (defeito: DefeitoPlantado, { oraculo }: Falha): boolean =>
  apanhadaPor(defeito).includes(oraculo);

/** In one compiled file, one piece of text for another. */
export const plantado = (
  classe: string,
  codigo: string,
  descricao: string,
  [arquivo, de, para]: readonly [arquivo: string, de: string, para: string],
  oraculos?: readonly string[],
): DefeitoPlantado => ({
  classe,
  codigo,
  descricao,
  trocas: [{ arquivo: `src/${arquivo}`, de, para }],
  ...(oraculos ? { apanhadaPor: oraculos } : {}),
});
