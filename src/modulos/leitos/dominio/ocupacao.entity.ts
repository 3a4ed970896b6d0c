import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { umDestes } from '../../../plataforma/registros/verificacoes.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../contrato/tipos.js';

/** A stretch `[inicio, fim)` of a stay in one bed. One open stretch per bed and one per stay. */
@Entity('ocupacoes')
@Index('uq_ocupacoes_leito_aberto', ['leitoAbertoId'], { unique: true })
@Index('uq_ocupacoes_internacao_aberta', ['internacaoAbertaId'], { unique: true })
@Index('ix_ocupacoes_leito', ['leitoId', 'inicio'])
@Index('ix_ocupacoes_internacao', ['internacaoId', 'inicio'])
@Check('ck_ocupacoes_tipo', umDestes('tipo', TIPOS_DE_LEITO))
@Check('ck_ocupacoes_periodo', 'fim IS NULL OR fim >= inicio')
@Check(
  'ck_ocupacoes_leito_aberto',
  '(fim IS NULL AND leito_aberto_id IS NOT NULL AND leito_aberto_id = leito_id) OR (fim IS NOT NULL AND leito_aberto_id IS NULL)',
)
@Check(
  'ck_ocupacoes_internacao_aberta',
  '(fim IS NULL AND internacao_aberta_id IS NOT NULL AND internacao_aberta_id = internacao_id) OR (fim IS NOT NULL AND internacao_aberta_id IS NULL)',
)
export class Ocupacao {
  @Id() id!: number;
  @Referencia('leito_id', 'Leito', 'fk_ocupacoes_leito') leitoId!: number;
  @Referencia('internacao_id', 'Internacao', 'fk_ocupacoes_internacao') internacaoId!: number;
  /** The bed's when the stretch began: what the bed becomes later does not change its price. */
  @Texto('tipo', 20) tipo!: TipoDeLeito;
  @Instante('inicio') inicio!: Date;
  @Instante('fim', { nulo: true }) fim!: Date | null;
  /** The bed's and the stay's ids while it lasts, else null. */
  @Inteiro('leito_aberto_id', { nulo: true }) leitoAbertoId!: number | null;
  @Inteiro('internacao_aberta_id', { nulo: true }) internacaoAbertaId!: number | null;
}
