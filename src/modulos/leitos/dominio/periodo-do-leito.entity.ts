import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { umDestes } from '../../../plataforma/registros/verificacoes.js';

export const ATRIBUTOS_DO_LEITO = ['EXTRA', 'MACA', 'PLANEJADO', 'INSTALADO'] as const;
export type AtributoDoLeito = (typeof ATRIBUTOS_DO_LEITO)[number];

/**
 * A stretch `[inicio, fim)` in which a bed was extra, a stretcher, planned or installed: the census of a past day
 * reads what was true then. Null `inicio`: since ever; null `fim`: still. A deactivated bed is not installed.
 */
@Entity('leitos_periodos')
@Index('uq_leitos_periodos_aberto', ['periodoAbertoId', 'atributo'], { unique: true })
@Index('ix_leitos_periodos_inicio', ['leitoId', 'inicio'])
@Check('ck_leitos_periodos_atributo', umDestes('atributo', ATRIBUTOS_DO_LEITO))
@Check('ck_leitos_periodos_periodo', 'fim IS NULL OR inicio IS NULL OR fim >= inicio')
@Check(
  'ck_leitos_periodos_aberto',
  '(fim IS NULL AND periodo_aberto_id IS NOT NULL AND periodo_aberto_id = leito_id) OR (fim IS NOT NULL AND periodo_aberto_id IS NULL)',
)
export class PeriodoDoLeito {
  @Id() id!: number;
  @Referencia('leito_id', 'Leito', 'fk_leitos_periodos_leito') leitoId!: number;
  @Texto('atributo', 10) atributo!: AtributoDoLeito;
  @Instante('inicio', { nulo: true }) inicio!: Date | null;
  @Instante('fim', { nulo: true }) fim!: Date | null;
  /** The bed's id while it lasts, else null. */
  @Inteiro('periodo_aberto_id', { nulo: true }) periodoAbertoId!: number | null;
}
