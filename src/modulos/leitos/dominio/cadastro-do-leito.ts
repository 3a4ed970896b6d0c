import type { TipoDeLeito } from '../contrato/tipos.js';

/** Only INTERNACAO beds receive stays; observation (< 24 h) is not a stay (DOMINIO §3). */
export const CLASSES_DE_LEITO = ['INTERNACAO', 'OBSERVACAO'] as const;
export type ClasseDeLeito = (typeof CLASSES_DE_LEITO)[number];

/** What a bed is, apart from its state. */
export interface CadastroDoLeito {
  readonly setorId: number;
  readonly numero: string;
  readonly tipo: TipoDeLeito;
  readonly classe: ClasseDeLeito;
  readonly extra: boolean;
  readonly maca: boolean;
  readonly planejado: boolean;
  readonly instalado: boolean;
  readonly instaladoDesde: Date | null;
}

export type MudancasDoLeito = Partial<
  Pick<CadastroDoLeito, 'numero' | 'tipo' | 'extra' | 'maca' | 'planejado'>
>;
