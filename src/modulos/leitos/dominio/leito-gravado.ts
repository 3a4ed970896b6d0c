import { Check, Index } from 'typeorm';
import { Id, Instante, Inteiro, Logico, Referencia, Texto } from '../../../banco/colunas.js';
import { Agregado } from '../../../plataforma/dominio/agregado.js';
import { umDestes } from '../../../plataforma/registros/verificacoes.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../contrato/tipos.js';
import { type ClasseDeLeito, CLASSES_DE_LEITO } from './cadastro-do-leito.js';
import { type EstadoDoLeito, ESTADOS_DO_LEITO } from './estados-do-leito.js';

/** What is kept of a bed, and the rules that the database itself holds; its verbs are in `leito.entity.ts`. */
@Index('uq_leitos_numero', ['setorId', 'numeroBusca'], { unique: true })
@Index('uq_leitos_reserva_paciente', ['reservaPacienteId'], { unique: true })
@Index('uq_leitos_reserva_solicitacao', ['reservaSolicitacaoId'], { unique: true })
@Index('ix_leitos_status', ['status', 'id'])
@Index('ix_leitos_numero', ['numeroBusca', 'id'])
@Index('ix_leitos_tipo', ['tipo', 'id'])
@Index('ix_leitos_vence', ['venceEm'])
@Check('ck_leitos_tipo', umDestes('tipo', TIPOS_DE_LEITO))
@Check('ck_leitos_classe', umDestes('classe', CLASSES_DE_LEITO))
@Check('ck_leitos_status', umDestes('status', ESTADOS_DO_LEITO))
@Check('ck_leitos_versao', 'versao >= 1')
@Check(
  'ck_leitos_instalado',
  "instalado = 1 OR (instalado_desde IS NULL AND (extra = 1 OR status = 'DESATIVADO'))",
)
@Check(
  'ck_leitos_reserva',
  "(status = 'RESERVADO' AND reserva_expira_em IS NOT NULL AND (reserva_solicitacao_id IS NULL OR reserva_paciente_id IS NOT NULL)) OR (status <> 'RESERVADO' AND reserva_paciente_id IS NULL AND reserva_solicitacao_id IS NULL AND reserva_expira_em IS NULL)",
)
@Check(
  'ck_leitos_vence',
  "(status = 'RESERVADO' AND vence_em IS NOT NULL AND vence_em = reserva_expira_em) OR status IN ('BLOQUEADO','MANUTENCAO') OR (status NOT IN ('RESERVADO','BLOQUEADO','MANUTENCAO') AND vence_em IS NULL)",
)
@Check(
  'ck_leitos_manutencao_planejada',
  "(manutencao_motivo IS NOT NULL AND status = 'OCUPADO') OR (manutencao_motivo IS NULL AND manutencao_ate IS NULL AND manutencao_autor_id IS NULL)",
)
export abstract class LeitoGravado extends Agregado {
  @Id() id!: number;
  @Referencia('setor_id', 'Setor', 'fk_leitos_setor') setorId!: number;
  @Texto('numero', 40) numero!: string;
  @Texto('numero_busca', 40) numeroBusca!: string;
  @Texto('tipo', 20) tipo!: TipoDeLeito;
  @Texto('classe', 12) classe!: ClasseDeLeito;
  @Logico('extra') extra!: boolean;
  @Logico('maca') maca!: boolean;
  @Logico('planejado') planejado!: boolean;
  @Logico('instalado') instalado!: boolean;
  /** Null: no lower bound for what happened in it. */
  @Instante('instalado_desde', { nulo: true }) instaladoDesde!: Date | null;
  @Texto('status', 20) status!: EstadoDoLeito;
  /** When the present state began; null while nothing has happened to the bed. */
  @Instante('desde', { nulo: true }) desde!: Date | null;
  /** When the present state ends by itself: the reservation expires, the block or the maintenance is over. */
  @Instante('vence_em', { nulo: true }) venceEm!: Date | null;
  /** When the first of its pending plans should begin; null: there is none. */
  @Instante('plano_em', { nulo: true }) planoEm!: Date | null;
  /** Unique: a patient has one reservation at a time. */
  @Inteiro('reserva_paciente_id', { nulo: true }) reservaPacienteId!: number | null;
  @Referencia('reserva_solicitacao_id', 'Internacao', 'fk_leitos_reserva_solicitacao', { nulo: true })
  reservaSolicitacaoId!: number | null;
  @Instante('reserva_expira_em', { nulo: true }) reservaExpiraEm!: Date | null;
  /** A maintenance that begins when the patient leaves. */
  @Texto('manutencao_motivo', 500, { nulo: true }) manutencaoMotivo!: string | null;
  @Instante('manutencao_ate', { nulo: true }) manutencaoAte!: Date | null;
  @Inteiro('manutencao_autor_id', { nulo: true }) manutencaoAutorId!: number | null;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atualizado_em') atualizadoEm!: Date;
  @Inteiro('versao') versao!: number;
}
