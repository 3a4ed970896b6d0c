import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { umDestes } from '../../../plataforma/registros/verificacoes.js';

export const TIPOS_DE_BLOQUEIO = ['BLOQUEIO', 'MANUTENCAO'] as const;
export type TipoDeBloqueio = (typeof TIPOS_DE_BLOQUEIO)[number];

/** A stretch `[inicio, fim)` in which a bed could not be used; both kinds count as blocked in the census (DOMINIO §3). */
@Entity('leitos_bloqueios')
@Index('uq_leitos_bloqueios_aberto', ['bloqueioAbertoId'], { unique: true })
@Index('ix_leitos_bloqueios_inicio', ['leitoId', 'inicio'])
@Check('ck_leitos_bloqueios_tipo', umDestes('tipo', TIPOS_DE_BLOQUEIO))
@Check('ck_leitos_bloqueios_periodo', 'fim IS NULL OR fim >= inicio')
@Check('ck_leitos_bloqueios_previsto', 'fim_previsto IS NULL OR fim_previsto > inicio')
@Check(
  'ck_leitos_bloqueios_aberto',
  '(fim IS NULL AND bloqueio_aberto_id IS NOT NULL AND bloqueio_aberto_id = leito_id) OR (fim IS NOT NULL AND bloqueio_aberto_id IS NULL)',
)
export class BloqueioDoLeito {
  @Id() id!: number;
  @Referencia('leito_id', 'Leito', 'fk_leitos_bloqueios_leito') leitoId!: number;
  @Texto('tipo', 10) tipo!: TipoDeBloqueio;
  @Texto('motivo', 500) motivo!: string;
  @Instante('inicio') inicio!: Date;
  @Instante('fim', { nulo: true }) fim!: Date | null;
  /** When it ends by itself, unless somebody ends it before. */
  @Instante('fim_previsto', { nulo: true }) fimPrevisto!: Date | null;
  /** The bed's id while it lasts, else null: unique, so that a bed has one block at a time. */
  @Inteiro('bloqueio_aberto_id', { nulo: true }) bloqueioAbertoId!: number | null;
  @Instante('registrado_em') registradoEm!: Date;
  @Inteiro('autor_id', { nulo: true }) autorId!: number | null;
}
