import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import type { StatusDeInternacao } from './estados-da-internacao.js';

/** One for each kind of transition of the state machine. */
export const TIPOS_DE_MOVIMENTACAO = [
  'SOLICITACAO',
  'ADMISSAO',
  'TRANSFERENCIA',
  'PREVISAO_DE_ALTA',
  'CANCELAMENTO_DA_PREVISAO',
  'ALTA_CLINICA',
  'ALTA',
  'SAIDA',
  'REABERTURA',
  'CANCELAMENTO',
  'RECUSA',
] as const;
export type TipoDeMovimentacao = (typeof TIPOS_DE_MOVIMENTACAO)[number];

/** What happened to a stay, in order; written once and never changed. */
@Entity('internacoes_movimentacoes')
@Index('uq_internacoes_movimentacoes_ordem', ['internacaoId', 'ordem'], { unique: true })
@Check('ck_internacoes_movimentacoes_ordem', 'ordem >= 1')
@Check(
  'ck_internacoes_movimentacoes_tipo',
  "tipo IN ('SOLICITACAO','ADMISSAO','TRANSFERENCIA','PREVISAO_DE_ALTA','CANCELAMENTO_DA_PREVISAO','ALTA_CLINICA','ALTA','SAIDA','REABERTURA','CANCELAMENTO','RECUSA')",
)
@Check(
  'ck_internacoes_movimentacoes_anterior',
  "estado_anterior IS NULL OR estado_anterior IN ('SOLICITADA','INTERNADA','ALTA_PREVISTA','ALTA_CLINICA','ENCERRADA','CANCELADA','RECUSADA')",
)
@Check(
  'ck_internacoes_movimentacoes_novo',
  "estado_novo IN ('SOLICITADA','INTERNADA','ALTA_PREVISTA','ALTA_CLINICA','ENCERRADA','CANCELADA','RECUSADA')",
)
@Check(
  'ck_internacoes_movimentacoes_admissao',
  "tipo <> 'ADMISSAO' OR (de_leito_id IS NULL AND para_leito_id IS NOT NULL)",
)
@Check(
  'ck_internacoes_movimentacoes_transferencia',
  "tipo <> 'TRANSFERENCIA' OR (de_leito_id IS NOT NULL AND para_leito_id IS NOT NULL AND de_leito_id <> para_leito_id)",
)
@Check(
  'ck_internacoes_movimentacoes_saida',
  "tipo NOT IN ('ALTA','SAIDA') OR (de_leito_id IS NOT NULL AND para_leito_id IS NULL)",
)
@Check(
  'ck_internacoes_movimentacoes_sem_leito',
  "tipo NOT IN ('SOLICITACAO','PREVISAO_DE_ALTA','CANCELAMENTO_DA_PREVISAO','ALTA_CLINICA','RECUSA') OR (de_leito_id IS NULL AND para_leito_id IS NULL)",
)
@Check(
  'ck_internacoes_movimentacoes_reabertura',
  "tipo <> 'REABERTURA' OR (de_leito_id IS NULL AND para_leito_id IS NOT NULL)",
)
@Check('ck_internacoes_movimentacoes_cancelamento', "tipo <> 'CANCELAMENTO' OR para_leito_id IS NULL")
@Check(
  'ck_internacoes_movimentacoes_motivo',
  "tipo NOT IN ('TRANSFERENCIA','RECUSA','CANCELAMENTO','REABERTURA') OR motivo IS NOT NULL",
)
@Check(
  'ck_internacoes_movimentacoes_previsao',
  "(tipo = 'PREVISAO_DE_ALTA' AND previsto_para IS NOT NULL AND previsto_para > em) OR (tipo <> 'PREVISAO_DE_ALTA' AND previsto_para IS NULL)",
)
@Check('ck_internacoes_movimentacoes_em', 'em <= registrado_em')
export class Movimentacao {
  @Id() id!: number;
  @Referencia('internacao_id', 'Internacao', 'fk_internacoes_movimentacoes_internacao') internacaoId!: number;
  /** 1 for the first of the stay. */
  @Inteiro('ordem') ordem!: number;
  @Texto('tipo', 30) tipo!: TipoDeMovimentacao;
  @Texto('estado_anterior', 16, { nulo: true }) estadoAnterior!: StatusDeInternacao | null;
  @Texto('estado_novo', 16) estadoNovo!: StatusDeInternacao;
  @Referencia('de_leito_id', 'Leito', 'fk_internacoes_movimentacoes_de_leito', { nulo: true }) deLeitoId!:
    number | null;
  @Referencia('para_leito_id', 'Leito', 'fk_internacoes_movimentacoes_para_leito', { nulo: true })
  paraLeitoId!: number | null;
  /** When it happened, and when somebody said so. */
  @Instante('em') em!: Date;
  @Instante('registrado_em') registradoEm!: Date;
  /** For when the exit was foreseen. */
  @Instante('previsto_para', { nulo: true }) previstoPara!: Date | null;
  @Texto('motivo', 500, { nulo: true }) motivo!: string | null;
  @Inteiro('autor_id', { nulo: true }) autorId!: number | null;
}
