import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { Agregado } from '../../../plataforma/dominio/agregado.js';

export const STATUS_DE_CONTA = ['ABERTA', 'FECHADA'] as const;
export type StatusDaConta = (typeof STATUS_DE_CONTA)[number];

/** The account of a stay: open while the patient is in, closed at the exit. What is charged is the lançamento. */
@Entity('contas')
@Index('uq_contas_internacao', ['internacaoId'], { unique: true })
@Index('ix_contas_status', ['status', 'id'])
@Check('ck_contas_status', "status IN ('ABERTA','FECHADA')")
@Check(
  'ck_contas_fechamento',
  "(status <> 'ABERTA' OR fechamento IS NULL) AND (status <> 'FECHADA' OR (fechamento IS NOT NULL AND fechamento >= abertura))",
)
@Check('ck_contas_versao', 'versao >= 1')
export class Conta extends Agregado {
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
    Object.assign(this, { status: 'FECHADA', fechamento: saida, atualizadoEm: agora } as const);
  }
}
