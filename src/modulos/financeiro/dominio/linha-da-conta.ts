import type { Dia } from '../../../plataforma/tempo/calendario.js';

/** What an account may charge for (DOMINIO §4). */
export const TIPOS_DE_LINHA = [
  'DIARIA',
  'TAXA',
  'MATERIAL',
  'MEDICAMENTO',
  'PROCEDIMENTO',
  'PACOTE',
] as const;
export type TipoDeLinha = (typeof TIPOS_DE_LINHA)[number];

/** One line of an account or of a lançamento. Money in centavos. */
export interface LinhaDaConta {
  readonly tipo: TipoDeLinha;
  /** Code in the payer's table; null when it has none. */
  readonly codigo: string | null;
  readonly descricao: string;
  /** First day it refers to. */
  readonly data: Dia;
  readonly quantidade: number;
  readonly precoUnitario: number;
  /** In ten-thousandths. */
  readonly fator: number;
  readonly valor: number;
  /** The payer's table has no price for it: `valor` is 0 and the lançamento waits as a draft. */
  readonly semPreco: boolean;
}
