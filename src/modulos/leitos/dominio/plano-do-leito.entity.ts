import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { umDestes } from '../../../plataforma/registros/verificacoes.js';

/** What may be asked of a bed for later, by the command that would do it now. */
export const ACOES_PLANEJAVEIS = ['reservar', 'bloquear', 'manutencao'] as const;
export type AcaoPlanejavel = (typeof ACOES_PLANEJAVEIS)[number];

export const SITUACOES_DO_PLANO = ['PENDENTE', 'APLICADO', 'CANCELADO', 'PERDIDO'] as const;
export type SituacaoDoPlano = (typeof SITUACOES_DO_PLANO)[number];

/**
 * A period `[inicio, ate)` asked for in advance. It changes nothing until it begins; then it waits for a bed
 * that can be used so, and is PERDIDO when it ends still waiting.
 */
@Entity('leitos_planos')
@Index('ix_leitos_planos_devidos', ['situacao', 'inicio'])
@Index('ix_leitos_planos_leito', ['leitoId', 'id'])
@Index('ix_leitos_planos_pendentes', ['leitoId', 'situacao', 'inicio'])
@Index('ix_leitos_planos_solicitacao', ['solicitacaoId'])
@Index('ix_leitos_planos_paciente', ['pacienteId'])
@Check('ck_leitos_planos_acao', umDestes('acao', ACOES_PLANEJAVEIS))
@Check('ck_leitos_planos_situacao', umDestes('situacao', SITUACOES_DO_PLANO))
@Check('ck_leitos_planos_periodo', 'inicio > registrado_em AND (ate IS NULL OR ate > inicio)')
@Check(
  'ck_leitos_planos_reserva',
  "(acao = 'reservar' AND ate IS NOT NULL AND (solicitacao_id IS NULL OR paciente_id IS NOT NULL)) OR (acao <> 'reservar' AND motivo IS NOT NULL AND paciente_id IS NULL AND solicitacao_id IS NULL)",
)
@Check(
  'ck_leitos_planos_resolvido',
  "(situacao = 'PENDENTE' AND resolvido_em IS NULL) OR (situacao <> 'PENDENTE' AND resolvido_em IS NOT NULL)",
)
export class PlanoDoLeito {
  @Id() id!: number;
  @Referencia('leito_id', 'Leito', 'fk_leitos_planos_leito') leitoId!: number;
  @Texto('acao', 20) acao!: AcaoPlanejavel;
  @Instante('inicio') inicio!: Date;
  /** Of a reservation, when it expires; of a block or maintenance without foreseen end, null. */
  @Instante('ate', { nulo: true }) ate!: Date | null;
  @Texto('motivo', 500, { nulo: true }) motivo!: string | null;
  @Referencia('paciente_id', 'Paciente', 'fk_leitos_planos_paciente', { nulo: true }) pacienteId!:
    number | null;
  @Referencia('solicitacao_id', 'Internacao', 'fk_leitos_planos_solicitacao', { nulo: true })
  solicitacaoId!: number | null;
  @Texto('situacao', 10) situacao!: SituacaoDoPlano;
  @Instante('resolvido_em', { nulo: true }) resolvidoEm!: Date | null;
  @Instante('registrado_em') registradoEm!: Date;
  @Inteiro('autor_id', { nulo: true }) autorId!: number | null;
}
