import { Check, Entity, Index } from 'typeorm';
import { DiaCivil, Id, Instante, Inteiro, Referencia, Texto } from '../../../banco/colunas.js';
import { Agregado } from '../../../plataforma/dominio/agregado.js';
import { umDestes } from '../../../plataforma/registros/verificacoes.js';
import { type Dia, somarDias } from '../../../plataforma/tempo/calendario.js';
import { PedidoRespondido } from '../contrato/eventos.js';
import {
  type AcaoDoPedido,
  ESTADOS_DO_PEDIDO,
  STATUS_DO_PEDIDO,
  type StatusDoPedido,
} from './estados-do-pedido.js';
import { DIAS_PARA_RESPONDER, fundamentoDaGuarda, guardaAte } from './guarda.js';

/** What may be asked (LGPD, art. 18). */
export const TIPOS_DE_PEDIDO = [
  'CONFIRMACAO',
  'ACESSO',
  'CORRECAO',
  'PORTABILIDADE',
  'COMPARTILHAMENTO',
  'REVOGACAO',
  'ELIMINACAO',
] as const;
export type TipoDePedido = (typeof TIPOS_DE_PEDIDO)[number];

export interface NovoPedido {
  readonly pacienteId: number;
  readonly tipo: TipoDePedido;
  readonly descricao: string | null;
}

export interface Ato {
  readonly agora: Date;
  readonly autorId: number | null;
}

/** What the law makes of a request to eliminate. */
export interface Guarda {
  readonly ultimoRegistro: Dia;
  readonly encarregado: string;
}

const RESPONDIDO = 'respondido_em IS NOT NULL AND respondido_em >= aberto_em';

/** One request of a person about the own data. What was asked and answered in words is kept here, and told in no event. */
@Entity('pedidos_de_privacidade')
@Index('ix_pedidos_de_privacidade_paciente', ['pacienteId', 'id'])
@Index('ix_pedidos_de_privacidade_status', ['status', 'id'])
@Index('ix_pedidos_de_privacidade_tipo', ['tipo', 'id'])
@Check('ck_pedidos_de_privacidade_tipo', umDestes('tipo', TIPOS_DE_PEDIDO))
@Check('ck_pedidos_de_privacidade_status', umDestes('status', STATUS_DO_PEDIDO))
@Check(
  'ck_pedidos_de_privacidade_aberto',
  "status <> 'ABERTO' OR (prazo IS NOT NULL AND respondido_em IS NULL AND respondido_por IS NULL AND resposta IS NULL AND fundamento IS NULL)",
)
@Check(
  'ck_pedidos_de_privacidade_atendido',
  `status <> 'ATENDIDO' OR (${RESPONDIDO} AND respondido_por IS NOT NULL AND resposta IS NOT NULL AND fundamento IS NULL)`,
)
@Check(
  'ck_pedidos_de_privacidade_recusado',
  `status <> 'RECUSADO' OR (${RESPONDIDO} AND fundamento IS NOT NULL AND resposta IS NULL)`,
)
@Check(
  'ck_pedidos_de_privacidade_eliminacao',
  "(tipo = 'ELIMINACAO' AND status = 'RECUSADO' AND guarda_ate IS NOT NULL AND respondido_por IS NULL) OR (tipo <> 'ELIMINACAO' AND guarda_ate IS NULL AND (status = 'ABERTO' OR respondido_por IS NOT NULL))",
)
@Check('ck_pedidos_de_privacidade_versao', 'versao >= 1')
export class PedidoDePrivacidade extends Agregado {
  @Id() id!: number;
  @Referencia('paciente_id', 'Paciente', 'fk_pedidos_de_privacidade_paciente') pacienteId!: number;
  @Texto('tipo', 16) tipo!: TipoDePedido;
  @Texto('status', 10) status!: StatusDoPedido;
  @Texto('descricao', 2000, { nulo: true }) descricao!: string | null;
  @Instante('aberto_em') abertoEm!: Date;
  @Inteiro('aberto_por', { nulo: true }) abertoPor!: number | null;
  /** Last civil day for the answer; null for what was answered at once. */
  @DiaCivil('prazo', { nulo: true }) prazo!: Dia | null;
  @Instante('respondido_em', { nulo: true }) respondidoEm!: Date | null;
  /** Null when the law itself answers. */
  @Inteiro('respondido_por', { nulo: true }) respondidoPor!: number | null;
  @Texto('resposta', 4000, { nulo: true }) resposta!: string | null;
  @Texto('fundamento', 2000, { nulo: true }) fundamento!: string | null;
  /** Until when the law keeps what was asked to be eliminated. */
  @DiaCivil('guarda_ate', { nulo: true }) guardaAte!: Dia | null;
  @Inteiro('versao') versao!: number;

  /** Waits for an answer, `hoje` being the hospital's day. */
  static abrir(novo: NovoPedido, hoje: Dia, { agora, autorId }: Ato): PedidoDePrivacidade {
    return Object.assign(new PedidoDePrivacidade(), novo, {
      status: 'ABERTO' as const,
      ...{ abertoEm: agora, abertoPor: autorId, prazo: somarDias(hoje, DIAS_PARA_RESPONDER) },
      ...{ respondidoEm: null, respondidoPor: null, resposta: null, fundamento: null, guardaAte: null },
      versao: 1,
    });
  }

  /** Is born refused: a record is kept for 20 years. */
  static recusarEliminacao(novo: NovoPedido, guarda: Guarda, { agora, autorId }: Ato): PedidoDePrivacidade {
    return Object.assign(new PedidoDePrivacidade(), novo, {
      status: 'RECUSADO' as const,
      ...{ abertoEm: agora, abertoPor: autorId, prazo: null },
      ...{ respondidoEm: agora, respondidoPor: null, resposta: null },
      fundamento: fundamentoDaGuarda(guarda.ultimoRegistro, guarda.encarregado),
      guardaAte: guardaAte(guarda.ultimoRegistro),
      versao: 1,
    });
  }

  atender(resposta: string, ato: Ato): void {
    this.resposta = resposta;
    this.#responder('atender', ato);
  }

  recusar(fundamento: string, ato: Ato): void {
    this.fundamento = fundamento;
    this.#responder('recusar', ato);
  }

  #responder(acao: AcaoDoPedido, { agora, autorId }: Ato): void {
    const sujeito = `O pedido ${this.id}`;
    this.status = ESTADOS_DO_PEDIDO.mover(this.status, acao, 'PRIVACIDADE.TRANSICAO_INVALIDA', sujeito);
    this.respondidoEm = agora;
    this.respondidoPor = autorId;
    this.versao += 1;
    const { id, pacienteId, versao, status } = this;
    this.aconteceu(
      () =>
        new PedidoRespondido(
          { tipo: 'pedido-de-privacidade', id, versao },
          { pedidoId: id, pacienteId, status, em: agora.toISOString() },
        ),
    );
  }
}
