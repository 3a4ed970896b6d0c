import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { type AcaoDaConta, ESTADOS_DA_CONTA, type StatusDaConta } from './estados-da-conta.js';

/** The account of a stay: open while the patient is in, closed at the exit. What is charged is the lançamento. */
@Entity('contas')
@Index('uq_contas_internacao', ['internacaoId'], { unique: true })
@Index('ix_contas_status', ['status', 'id'])
@Check('ck_contas_status', "status IN ('ABERTA','FECHADA','CANCELADA')")
@Check(
  'ck_contas_fechamento',
  "(status <> 'FECHADA' AND fechamento IS NULL) OR (status = 'FECHADA' AND fechamento IS NOT NULL AND fechamento >= abertura)",
)
@Check('ck_contas_versao', 'versao >= 1')
export class Conta {
  @Id() id!: number;
  @Referencia('internacao_id', 'Internacao', 'fk_contas_internacao') internacaoId!: number;
  @Texto('status', 10) status!: StatusDaConta;
  /** When the patient came in, and when he left. */
  @Instante('abertura') abertura!: Date;
  @Instante('fechamento', { nulo: true }) fechamento!: Date | null;
  @Inteiro('versao') versao!: number;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atualizado_em') atualizadoEm!: Date;

  static abrir(internacaoId: number, abertura: Date, agora: Date): Conta {
    return Object.assign(new Conta(), {
      internacaoId,
      status: 'ABERTA',
      abertura,
      fechamento: null,
      versao: 1,
      criadoEm: agora,
      atualizadoEm: agora,
    } as const);
  }

  /** The patient left at `saida`: nothing more is added. */
  fechar(saida: Date, agora: Date): void {
    this.#mover('fechar', saida, agora);
  }

  /** The discharge was undone. */
  reabrir(agora: Date): void {
    this.#mover('reabrir', null, agora);
  }

  /** The stay counts for nothing. */
  cancelar(agora: Date): void {
    this.#mover('cancelar', null, agora);
  }

  #mover(acao: AcaoDaConta, fechamento: Date | null, agora: Date): void {
    const sujeito = `A conta ${this.id}`;
    this.status = ESTADOS_DA_CONTA.mover(this.status, acao, 'CONTA.TRANSICAO_INVALIDA', sujeito);
    Object.assign(this, { fechamento, atualizadoEm: agora });
  }
}
