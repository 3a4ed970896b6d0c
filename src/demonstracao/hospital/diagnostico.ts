import type { SexoAoNascer } from './pessoas.js';
import type { Sazonalidade } from './sazonalidade.js';

/** Why somebody is admitted, and what usually follows. */
export interface Diagnostico {
  /** CID-10, as it is stored. */
  readonly cid: string;
  /** Against the others of its line. */
  readonly peso: number;
  /** In completed years, both ends included. */
  readonly idade: readonly [de: number, ate: number];
  readonly sexo?: SexoAoNascer;
  /** Median days in the hospital, and how far they spread. */
  readonly dias: readonly [mediana: number, dispersao: number];
  /** The patient could choose the day. */
  readonly eletivo?: boolean;
  /** How often it leads to intensive care, to isolation and to death. */
  readonly uti?: number;
  readonly isolamento?: number;
  readonly obito?: number;
  readonly sazonalidade?: Sazonalidade;
  /** Codes that the way out may bring instead. */
  readonly saida?: readonly string[];
}
