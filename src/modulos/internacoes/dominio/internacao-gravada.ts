import { Check, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { Agregado } from '../../../plataforma/dominio/agregado.js';
import type { TipoDeLeito } from '../../leitos/contrato/tipos.js';
import type { Carater } from './carater.js';
import type { StatusDeInternacao } from './estados-da-internacao.js';
import type { MotivoDeSaida } from './motivo-de-saida.js';
import type { Prioridade } from './prioridade.js';

/** What is kept of a stay, and the rules that the database itself holds; its verbs are in the classes that extend it. */
@Index('uq_internacoes_paciente_aberto', ['pacienteAbertoId'], { unique: true })
@Index('ix_internacoes_paciente_desde', ['pacienteId', 'desde'])
@Index('ix_internacoes_status_desde', ['status', 'desde'])
@Index('ix_internacoes_setor_desde', ['setorId', 'desde'])
@Index('ix_internacoes_setor_status', ['setorId', 'status', 'pacienteAbertoId'])
@Index('ix_internacoes_desde', ['desde'])
@Index('ix_internacoes_medico_saida', ['medicoId', 'saida'])
@Index('ix_internacoes_medico_alta_saida', ['medicoAltaId', 'saida'])
@Index('ix_internacoes_fila', ['posicaoNaFila'])
@Index('ix_internacoes_saida_esperada', ['saidaEsperadaEm'])
@Check(
  'ck_internacoes_status',
  "status IN ('SOLICITADA','INTERNADA','ALTA_PREVISTA','ALTA_CLINICA','ENCERRADA','CANCELADA','RECUSADA')",
)
@Check('ck_internacoes_carater', "carater IN ('ELETIVO','URGENCIA')")
@Check(
  'ck_internacoes_prioridade',
  "prioridade IS NULL OR prioridade IN ('EMERGENCIA','URGENTE','PRIORITARIA','ELETIVA')",
)
@Check(
  'ck_internacoes_tipo_leito',
  "tipo_leito IS NULL OR tipo_leito IN ('ENFERMARIA','APARTAMENTO','UTI_ADULTO','UTI_NEONATAL','UTI_PEDIATRICA','EMERGENCIA','SEMI_INTENSIVO','ISOLAMENTO','PEDIATRICO','PSIQUIATRICO')",
)
@Check(
  'ck_internacoes_motivo_saida',
  "motivo_saida IS NULL OR motivo_saida IN ('ALTA_CURADO','ALTA_MELHORADO','ALTA_OUTROS','ALTA_A_PEDIDO','ALTA_RETORNO','EVASAO','ALTA_PUERPERA_RN','TRANSFERENCIA_EXTERNA','INTERNACAO_DOMICILIAR','OBITO')",
)
@Check('ck_internacoes_cid', 'length(cid_entrada) >= 3 AND (cid_saida IS NULL OR length(cid_saida) >= 3)')
@Check('ck_internacoes_versao', 'versao >= 1')
@Check(
  'ck_internacoes_solicitacao',
  "(solicitada_em IS NULL AND tipo_leito IS NULL AND prioridade IS NULL AND status NOT IN ('SOLICITADA','RECUSADA')) OR (solicitada_em IS NOT NULL AND tipo_leito IS NOT NULL AND prioridade IS NOT NULL)",
)
@Check(
  'ck_internacoes_fila',
  "(status = 'SOLICITADA' AND posicao_na_fila IS NOT NULL) OR (status <> 'SOLICITADA' AND posicao_na_fila IS NULL)",
)
@Check(
  'ck_internacoes_entrada',
  "(entrada IS NULL AND status IN ('SOLICITADA','RECUSADA','CANCELADA')) OR (entrada IS NOT NULL AND status NOT IN ('SOLICITADA','RECUSADA') AND (solicitada_em IS NULL OR entrada >= solicitada_em))",
)
@Check(
  'ck_internacoes_desde',
  '(entrada IS NOT NULL AND desde = entrada) OR (entrada IS NULL AND solicitada_em IS NOT NULL AND desde = solicitada_em)',
)
@Check('ck_internacoes_saida', 'saida IS NULL OR saida >= entrada')
@Check('ck_internacoes_movimentos', 'movimentos >= 1 AND ultimo_movimento_em >= desde')
@Check(
  'ck_internacoes_aberta',
  "(status = 'ENCERRADA' AND saida IS NOT NULL) OR (status <> 'ENCERRADA' AND saida IS NULL)",
)
@Check(
  'ck_internacoes_previsao',
  "(alta_prevista_para IS NULL AND status <> 'ALTA_PREVISTA') OR (alta_prevista_para IS NOT NULL AND status IN ('ALTA_PREVISTA','ALTA_CLINICA','ENCERRADA'))",
)
@Check(
  'ck_internacoes_alta_clinica',
  "(alta_clinica_em IS NULL AND status <> 'ALTA_CLINICA') OR (alta_clinica_em IS NOT NULL AND status IN ('ALTA_CLINICA','ENCERRADA') AND alta_clinica_em >= entrada AND (saida IS NULL OR alta_clinica_em <= saida))",
)
@Check(
  'ck_internacoes_saida_esperada',
  "(saida_esperada_em IS NULL AND status NOT IN ('ALTA_PREVISTA','ALTA_CLINICA')) OR (saida_esperada_em IS NOT NULL AND status IN ('ALTA_PREVISTA','ALTA_CLINICA') AND saida_esperada_em = COALESCE(alta_prevista_para, alta_clinica_em))",
)
@Check(
  'ck_internacoes_desfecho',
  "(status IN ('ALTA_CLINICA','ENCERRADA') AND cid_saida IS NOT NULL AND motivo_saida IS NOT NULL AND medico_alta_id IS NOT NULL) OR (status NOT IN ('ALTA_CLINICA','ENCERRADA') AND cid_saida IS NULL AND motivo_saida IS NULL AND medico_alta_id IS NULL)",
)
@Check(
  'ck_internacoes_paciente_aberto',
  "(status IN ('SOLICITADA','INTERNADA','ALTA_PREVISTA','ALTA_CLINICA') AND paciente_aberto_id IS NOT NULL AND paciente_aberto_id = paciente_id) OR (status NOT IN ('SOLICITADA','INTERNADA','ALTA_PREVISTA','ALTA_CLINICA') AND paciente_aberto_id IS NULL)",
)
export abstract class InternacaoGravada extends Agregado {
  @Id() id!: number;
  @Referencia('paciente_id', 'Paciente', 'fk_internacoes_paciente') pacienteId!: number;
  @Referencia('medico_id', 'Medico', 'fk_internacoes_medico') medicoId!: number;
  /** The stay's own payer; null means the patient's, else private. */
  @Referencia('convenio_id', 'Convenio', 'fk_internacoes_convenio', { nulo: true }) convenioId!:
    number | null;
  /** The setor of the bed, or of the last one; beds do not change setor. Kept here to list stays by it. */
  @Referencia('setor_id', 'Setor', 'fk_internacoes_setor', { nulo: true }) setorId!: number | null;
  @Texto('status', 16) status!: StatusDeInternacao;
  @Texto('carater', 10) carater!: Carater;
  @Texto('cid_sistema', 10) cidSistema!: string;
  @Texto('cid_versao', 10) cidVersao!: string;
  @Texto('cid_entrada', 4) cidEntrada!: string;
  @Texto('cid_saida', 4, { nulo: true }) cidSaida!: string | null;
  @Texto('motivo_saida', 30, { nulo: true }) motivoSaida!: MotivoDeSaida | null;
  @Referencia('medico_alta_id', 'Medico', 'fk_internacoes_medico_alta', { nulo: true }) medicoAltaId!:
    number | null;
  @Texto('observacao', 2000, { nulo: true }) observacao!: string | null;
  /** When the bed was asked for, which kind, and how soon; null when the patient did not wait. */
  @Instante('solicitada_em', { nulo: true }) solicitadaEm!: Date | null;
  @Texto('tipo_leito', 20, { nulo: true }) tipoLeito!: TipoDeLeito | null;
  @Texto('prioridade', 12, { nulo: true }) prioridade!: Prioridade | null;
  /** Orders the waiting list (see `posicaoNaFila`); null when the patient does not wait. */
  @Texto('posicao_na_fila', 30, { nulo: true }) posicaoNaFila!: string | null;
  /** Null while the patient was never admitted. */
  @Instante('entrada', { nulo: true }) entrada!: Date | null;
  @Instante('saida', { nulo: true }) saida!: Date | null;
  /** The admission or, before it, the request: orders every list of stays. */
  @Instante('desde') desde!: Date;
  /** The forecast, kept after the exit. */
  @Instante('alta_prevista_para', { nulo: true }) altaPrevistaPara!: Date | null;
  /** Null also in stays that ended before it was kept. */
  @Instante('alta_clinica_em', { nulo: true }) altaClinicaEm!: Date | null;
  /** While the exit is in sight, the forecast or else the clinical discharge: orders the list of those who are about to leave. */
  @Instante('saida_esperada_em', { nulo: true }) saidaEsperadaEm!: Date | null;
  /** The patient's id while he waits or is in, else null; unique, so that he is once in all. */
  @Inteiro('paciente_aberto_id', { nulo: true }) pacienteAbertoId!: number | null;
  /** How many movements the stay has had. */
  @Inteiro('movimentos') movimentos!: number;
  /** Nothing before it may be told any more. Forecasts do not count, nor does an exit that was undone. */
  @Instante('ultimo_movimento_em') ultimoMovimentoEm!: Date;
  @Inteiro('versao') versao!: number;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atualizado_em') atualizadoEm!: Date;
  @Inteiro('autor_id', { nulo: true }) autorId!: number | null;
}
