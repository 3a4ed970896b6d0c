import { Check, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { Agregado } from '../../../plataforma/dominio/agregado.js';
import type { Carater } from './dados-da-internacao.js';
import type { StatusDeInternacao } from './estados-da-internacao.js';
import type { MotivoDeSaida } from './motivo-de-saida.js';

/** What is kept of a stay, and the rules that the database itself holds; its verbs are in `internacao.entity.ts`. */
@Index('uq_internacoes_paciente_aberto', ['pacienteAbertoId'], { unique: true })
@Index('ix_internacoes_paciente', ['pacienteId', 'entrada'])
@Index('ix_internacoes_status', ['status', 'entrada'])
@Index('ix_internacoes_setor', ['setorId', 'entrada'])
@Index('ix_internacoes_entrada', ['entrada'])
@Check(
  'ck_internacoes_status',
  "status IN ('SOLICITADA','INTERNADA','ALTA_PREVISTA','ALTA_CLINICA','ENCERRADA','CANCELADA','RECUSADA')",
)
@Check('ck_internacoes_carater', "carater IN ('ELETIVO','URGENCIA')")
@Check(
  'ck_internacoes_motivo_saida',
  "motivo_saida IS NULL OR motivo_saida IN ('ALTA_CURADO','ALTA_MELHORADO','ALTA_OUTROS','ALTA_A_PEDIDO','ALTA_RETORNO','EVASAO','ALTA_PUERPERA_RN','TRANSFERENCIA_EXTERNA','INTERNACAO_DOMICILIAR','OBITO')",
)
@Check('ck_internacoes_cid', 'length(cid_entrada) >= 3 AND (cid_saida IS NULL OR length(cid_saida) >= 3)')
@Check('ck_internacoes_versao', 'versao >= 1')
@Check('ck_internacoes_saida', 'saida IS NULL OR saida >= entrada')
@Check('ck_internacoes_movimentos', 'movimentos >= 1 AND ultimo_movimento_em >= entrada')
@Check(
  'ck_internacoes_aberta',
  "(status = 'ENCERRADA' AND saida IS NOT NULL) OR (status <> 'ENCERRADA' AND saida IS NULL)",
)
@Check(
  'ck_internacoes_desfecho',
  "status <> 'ENCERRADA' OR (cid_saida IS NOT NULL AND motivo_saida IS NOT NULL AND medico_alta_id IS NOT NULL)",
)
@Check(
  'ck_internacoes_paciente_aberto',
  "(status IN ('INTERNADA','ALTA_PREVISTA','ALTA_CLINICA') AND paciente_aberto_id IS NOT NULL AND paciente_aberto_id = paciente_id) OR (status NOT IN ('INTERNADA','ALTA_PREVISTA','ALTA_CLINICA') AND paciente_aberto_id IS NULL)",
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
  @Instante('entrada') entrada!: Date;
  @Instante('saida', { nulo: true }) saida!: Date | null;
  /** The patient's id while he is in, else null; unique, so that nobody is in twice. */
  @Inteiro('paciente_aberto_id', { nulo: true }) pacienteAbertoId!: number | null;
  /** How many movements the stay has had, and when the last one happened. */
  @Inteiro('movimentos') movimentos!: number;
  @Instante('ultimo_movimento_em') ultimoMovimentoEm!: Date;
  @Inteiro('versao') versao!: number;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atualizado_em') atualizadoEm!: Date;
  @Inteiro('autor_id', { nulo: true }) autorId!: number | null;
}
