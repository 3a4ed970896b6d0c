import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Texto, TextoLongo } from '../../../banco/colunas.js';
import { Agregado } from '../../../plataforma/dominio/agregado.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import { NotificacaoFalhou, ReenvioPedido } from '../contrato/eventos.js';
import {
  type AcaoDeNotificacao,
  MAQUINA_DE_NOTIFICACAO,
  type StatusDeNotificacao,
} from './estados-da-notificacao.js';
import { messageIdDe } from './message-id.js';
import { esperaMs, MAXIMO_DE_TENTATIVAS } from './nova-tentativa.js';
import type { Canal, Falha, NovaNotificacao, TipoDeNotificacao } from './tipos-de-notificacao.js';

/** One notice to one person by one channel: what was owed, and how its sending went. */
@Entity('notificacoes')
@Index('uq_notificacoes_ocorrencia', ['tipo', 'referencia', 'canal', 'destinatario', 'ocorrencia'], {
  unique: true,
})
@Index('ix_notificacoes_tipo', ['tipo', 'id'])
@Index('ix_notificacoes_status', ['status', 'id'])
@Index('ix_notificacoes_referencia', ['referencia', 'id'])
@Index('ix_notificacoes_destinatario', ['destinatario', 'id'])
@Check('ck_notificacoes_canal', "canal IN ('EMAIL')")
@Check(
  'ck_notificacoes_status',
  "status IN ('CRIADA','AGENDADA','NA_FILA','ENVIANDO','ENVIADA','FALHA_TEMPORARIA','FALHA_DEFINITIVA','SUPRIMIDA','CANCELADA','EXPIRADA')",
)
@Check('ck_notificacoes_tentativas', 'tentativas >= 0 AND versao >= 1')
@Check(
  'ck_notificacoes_enviada',
  "(status = 'ENVIADA' AND enviada_em IS NOT NULL AND message_id IS NOT NULL) OR (status <> 'ENVIADA' AND enviada_em IS NULL)",
)
export class Notificacao extends Agregado {
  @Id() id!: number;
  @Texto('tipo', 40) tipo!: TipoDeNotificacao;
  @Texto('canal', 10) canal!: Canal;
  @Texto('destinatario', 254) destinatario!: string;
  @Texto('referencia', 60) referencia!: string;
  @Texto('ocorrencia', 64) ocorrencia!: string;
  @Texto('status', 20) status!: StatusDeNotificacao;
  @TextoLongo('dados') dados!: string;
  /** Attempts begun since it was created, or since somebody asked for it again. */
  @Inteiro('tentativas') tentativas!: number;
  @Instante('criada_em') criadaEm!: Date;
  /** When it is worth reading; its validity counts from here. */
  @Instante('devida_em') devidaEm!: Date;
  @Instante('enviada_em', { nulo: true }) enviadaEm!: Date | null;
  @Texto('message_id', 120, { nulo: true }) messageId!: string | null;
  /** Code of the last failure. */
  @Texto('erro', 60, { nulo: true }) erro!: string | null;
  @Inteiro('versao') versao!: number;

  /** A notice to be sent as soon as possible. */
  static paraJa(nova: NovaNotificacao, agora: Date): Notificacao {
    const notificacao = Object.assign(new Notificacao(), {
      ...nova,
      dados: JSON.stringify(nova.dados),
      canal: 'EMAIL' as const,
      status: 'CRIADA' as const,
      tentativas: 0,
      criadaEm: agora,
      devidaEm: agora,
      enviadaEm: null,
      messageId: null,
      erro: null,
      versao: 1,
    });
    notificacao.#mover('enfileirar');
    return notificacao;
  }

  /** Past its validity it is noise. */
  venceu(validadeMs: number | null, agora: Date): boolean {
    return validadeMs !== null && agora.getTime() - this.devidaEm.getTime() > validadeMs;
  }

  expirar(): void {
    this.#mover('expirar');
  }

  /** An attempt begins, and counts: one that kills the process counts too. */
  iniciarEnvio(): void {
    this.#mover('iniciar-envio');
    this.tentativas += 1;
    this.messageId = messageIdDe(this);
  }

  /** The server took it: there is no other attempt to make. */
  confirmarEnvio(agora: Date): null {
    this.#mover('confirmar-envio');
    this.enviadaEm = agora;
    this.erro = null;
    return null;
  }

  /** Records the failure of the attempt; answers when to try again, or null when it is given up. */
  falhar({ definitiva, codigo }: Falha, agora: Date, sorteio?: () => number): Date | null {
    this.#mover('falhar', definitiva ? 'FALHA_DEFINITIVA' : 'FALHA_TEMPORARIA');
    this.erro = codigo;
    if (!definitiva && this.tentativas < MAXIMO_DE_TENTATIVAS) {
      this.#mover('voltar-a-fila');
      return new Date(agora.getTime() + esperaMs(this.tentativas, sorteio));
    }
    if (!definitiva) this.#mover('desistir');
    const { tipo, referencia, tentativas } = this;
    this.aconteceu(
      () =>
        new NotificacaoFalhou(this.#agregado(), {
          notificacaoId: this.id,
          tipo,
          referencia,
          tentativas,
          codigo,
        }),
    );
    return null;
  }

  /** Somebody wants it after all: all its attempts again. */
  reenviar(agora: Date): void {
    if (!MAQUINA_DE_NOTIFICACAO.permite(this.status, 'reenviar'))
      throw conflito(
        'NOTIFICACAO.NAO_REENVIAVEL',
        `A notificação ${this.id} está ${MAQUINA_DE_NOTIFICACAO.estados[this.status]}: só uma em falha definitiva pode ser reenviada.`,
      );
    this.#mover('reenviar');
    this.tentativas = 0;
    this.devidaEm = agora;
    this.aconteceu(
      () =>
        new ReenvioPedido(this.#agregado(), {
          notificacaoId: this.id,
          tipo: this.tipo,
          referencia: this.referencia,
        }),
    );
  }

  #mover(acao: AcaoDeNotificacao, para?: StatusDeNotificacao): void {
    this.status = MAQUINA_DE_NOTIFICACAO.mover(
      this.status,
      acao,
      'NOTIFICACAO.TRANSICAO_INVALIDA',
      `A notificação ${this.id}`,
      para,
    );
  }

  #agregado() {
    return { tipo: 'notificacao', id: this.id, versao: this.versao };
  }
}
