import { Check, Entity, Index } from 'typeorm';
import { Centavos, Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import type { AcaoDoLancamento, StatusDoLancamento } from './estados-do-lancamento.js';

export type PassoDoLancamento = 'criar' | AcaoDoLancamento;

/**
 * One step of the life of a charge; written once and never changed. The sum of `valor` over its steps is what it
 * charges: nothing as a draft, its total once issued, nothing again after the counter-entry that reverses it.
 */
@Entity('lancamentos_historico')
@Index('uq_lancamentos_historico_versao', ['lancamentoId', 'versao'], { unique: true })
@Check(
  'ck_lancamentos_historico_acao',
  "acao IN ('criar','emitir','registrar-pagamento','vencer','cobrar','glosar','recorrer','decidir-recurso','renegociar','cancelar','estornar')",
)
@Check(
  'ck_lancamentos_historico_de',
  "de IS NULL OR de IN ('RASCUNHO','EMITIDO','PARCIALMENTE_PAGO','PAGO','VENCIDO','EM_COBRANCA','GLOSADO','EM_RECURSO','RENEGOCIADO','CANCELADO','ESTORNADO')",
)
@Check(
  'ck_lancamentos_historico_para',
  "para IN ('RASCUNHO','EMITIDO','PARCIALMENTE_PAGO','PAGO','VENCIDO','EM_COBRANCA','GLOSADO','EM_RECURSO','RENEGOCIADO','CANCELADO','ESTORNADO')",
)
@Check(
  'ck_lancamentos_historico_criacao',
  "(acao = 'criar' AND de IS NULL AND versao = 1) OR (acao <> 'criar' AND de IS NOT NULL AND versao > 1)",
)
@Check(
  'ck_lancamentos_historico_estorno',
  "(acao = 'estornar' AND para = 'ESTORNADO' AND valor <= 0 AND motivo IS NOT NULL) OR (acao <> 'estornar' AND para <> 'ESTORNADO')",
)
export class HistoricoDoLancamento {
  @Id() id!: number;
  @Referencia('lancamento_id', 'Lancamento', 'fk_lancamentos_historico_lancamento') lancamentoId!: number;
  /** The charge's after the step. */
  @Inteiro('versao') versao!: number;
  @Texto('acao', 20) acao!: PassoDoLancamento;
  /** Null: it was created. */
  @Texto('de', 20, { nulo: true }) de!: StatusDoLancamento | null;
  @Texto('para', 20) para!: StatusDoLancamento;
  /** What the step adds to what is charged; negative in a counter-entry. */
  @Centavos('valor') valor!: number;
  @Instante('em') em!: Date;
  @Texto('motivo', 500, { nulo: true }) motivo!: string | null;
  /** Null: the system. */
  @Inteiro('autor_id', { nulo: true }) autorId!: number | null;
}
