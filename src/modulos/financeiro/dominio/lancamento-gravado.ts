import { Check, Index } from 'typeorm';
import { Centavos, DiaCivil, Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { Agregado } from '../../../plataforma/dominio/agregado.js';
import type { Dia } from '../../../plataforma/tempo/calendario.js';
import type { StatusDoLancamento } from './estados-do-lancamento.js';
import type { LinhaDaConta } from './linha-da-conta.js';

/** FINAL closes a stay; PARCIAL and COMPLEMENTAR bill part of one; AVULSO belongs to none. */
export const TIPOS_DE_LANCAMENTO = ['FINAL', 'PARCIAL', 'COMPLEMENTAR', 'AVULSO'] as const;
export type TipoDeLancamento = (typeof TIPOS_DE_LANCAMENTO)[number];

/**
 * What is kept of a charge, and the rules that the database itself holds; its verbs are in `lancamento.entity.ts`.
 * `(origem, tipo, parte, ativo)` is unique and `ativo` is null once it was reversed, so that a stay has at most
 * one active FINAL, however often its discharge is told (RF24).
 */
@Index('uq_lancamentos_origem', ['origem', 'tipo', 'parte', 'ativo'], { unique: true })
@Index('ix_lancamentos_conta', ['contaId'])
@Index('ix_lancamentos_status', ['status', 'id'])
@Index('ix_lancamentos_convenio', ['convenioId', 'id'])
@Index('ix_lancamentos_paciente', ['pacienteId', 'id'])
@Index('ix_lancamentos_vencimento', ['vencimento', 'id'])
@Index('ix_lancamentos_valor', ['valor', 'id'])
@Check('ck_lancamentos_tipo', "tipo IN ('FINAL','PARCIAL','COMPLEMENTAR','AVULSO')")
@Check(
  'ck_lancamentos_status',
  "status IN ('RASCUNHO','EMITIDO','PARCIALMENTE_PAGO','PAGO','VENCIDO','EM_COBRANCA','GLOSADO','EM_RECURSO','RENEGOCIADO','CANCELADO','ESTORNADO')",
)
@Check('ck_lancamentos_parte', 'parte >= 1')
@Check('ck_lancamentos_ativo', 'ativo IS NULL OR ativo = 1')
@Check(
  'ck_lancamentos_estornado',
  "(status NOT IN ('CANCELADO','ESTORNADO') OR ativo IS NULL) AND (ativo IS NOT NULL OR status IN ('CANCELADO','ESTORNADO'))",
)
@Check('ck_lancamentos_valor', 'valor >= 0')
@Check(
  'ck_lancamentos_vencimento',
  '(emissao IS NULL AND vencimento IS NULL) OR (emissao IS NOT NULL AND vencimento IS NOT NULL AND vencimento >= emissao)',
)
@Check(
  'ck_lancamentos_emitido',
  "status IN ('RASCUNHO','CANCELADO') OR (status = 'ESTORNADO' AND emissao IS NULL) OR (valor > 0 AND emissao IS NOT NULL AND vencimento IS NOT NULL)",
)
@Check('ck_lancamentos_final', "tipo <> 'FINAL' OR conta_id IS NOT NULL")
@Check('ck_lancamentos_versao', 'versao >= 1')
export abstract class LancamentoGravado extends Agregado {
  @Id() id!: number;
  @Referencia('conta_id', 'Conta', 'fk_lancamentos_conta', { nulo: true }) contaId!: number | null;
  /** `tipo:id` of what is charged. */
  @Texto('origem', 40) origem!: string;
  @Texto('tipo', 12) tipo!: TipoDeLancamento;
  @Inteiro('parte') parte!: number;
  @Inteiro('ativo', { nulo: true }) ativo!: 1 | null;
  @Texto('status', 20) status!: StatusDoLancamento;
  @Referencia('convenio_id', 'Convenio', 'fk_lancamentos_convenio', { nulo: true }) convenioId!:
    number | null;
  @Referencia('paciente_id', 'Paciente', 'fk_lancamentos_paciente') pacienteId!: number;
  @Centavos('valor') valor!: number;
  /** Both null until it is issued. */
  @DiaCivil('emissao', { nulo: true }) emissao!: Dia | null;
  @DiaCivil('vencimento', { nulo: true }) vencimento!: Dia | null;
  /** Who issued it; null: the system, or nobody yet. */
  @Inteiro('autor_id', { nulo: true }) autorId!: number | null;
  /** One more with each step of its history. */
  @Inteiro('versao') versao!: number;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atualizado_em') atualizadoEm!: Date;

  /** Stored in `lancamentos_linhas`, in this order; frozen once issued. */
  linhas: readonly LinhaDaConta[] = [];
}
