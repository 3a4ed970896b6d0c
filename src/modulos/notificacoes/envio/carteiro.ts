import { Injectable } from '@nestjs/common';
import { comoErroDeBanco } from '../../../banco/erros-de-banco.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Correio, FalhaDeEnvio } from '../../../plataforma/correio/correio.js';
import { ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Posse } from '../../../plataforma/filas/tabela-de-prontas.js';
import { contextoDoSistema, noContexto } from '../../../plataforma/observabilidade/contexto.js';
import { Registrador } from '../../../plataforma/observabilidade/registrador.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import type { Notificacao } from '../dominio/notificacao.entity.js';
import type { Falha } from '../dominio/tipos-de-notificacao.js';
import { Emails } from '../emails/emails.js';
import { NotificacoesNoBanco } from '../persistencia/notificacoes-no-banco.js';
import { FilaDeEnvio } from './fila-de-envio.js';

/** Together well under the claim, which the heartbeat renews meanwhile. */
const ESPERAS_PARA_REGISTRAR_MS = [500, 2_000, 5_000, 10_000];

/** Another sender took it over: whatever this one was about to record is not true any more. */
class PossePerdida extends Error {}

/** The last sender died between the start and the end of an attempt: the message may or may not have left. */
const INTERROMPIDO: Falha = { definitiva: false, codigo: 'ENVIO_INTERROMPIDO' };

/**
 * Takes one notice from the queue to the mail server and records how it went. The message leaves outside
 * any transaction, between two short ones that only the owner of the claim may commit.
 */
@Injectable()
export class Carteiro {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly notificacoes: NotificacoesNoBanco,
    private readonly fila: FilaDeEnvio,
    private readonly emails: Emails,
    private readonly correio: Correio,
    private readonly relogio: Relogio,
    private readonly registrador: Registrador,
  ) {}

  /** Never rejects: one notice that fails, in any way, holds no other back. */
  async entregar(posse: Posse): Promise<void> {
    await noContexto(contextoDoSistema(`notificacao-${posse.id}`), async () => {
      try {
        const notificacao = await this.#iniciar(posse);
        if (notificacao.status !== 'ENVIANDO') this.#anotar(notificacao);
        else this.#anotar(await this.#insistir(posse, await this.#enviar(notificacao)));
      } catch (erro) {
        if (erro instanceof PossePerdida) return;
        this.registrador.erro('notificação ficou para depois', {
          notificacaoId: posse.id,
          motivo: nomeDoErro(erro),
        });
      }
    });
  }

  /** Begins the attempt; the notice is not ENVIANDO afterwards when there is nothing left to send. */
  #iniciar(posse: Posse): Promise<Notificacao> {
    return this.unidade.executar(async (tx) => {
      const notificacao = await this.notificacoes.carregar(tx, posse.id);
      if (!notificacao || !(await this.fila.prolongar(tx, posse))) throw new PossePerdida();
      const agora = this.relogio.agora();
      if (notificacao.status === 'ENVIANDO') notificacao.falhar(INTERROMPIDO, agora);
      if (notificacao.status === 'NA_FILA') {
        if (notificacao.venceu(this.emails.validadeMs(notificacao.tipo), agora)) notificacao.expirar();
        else notificacao.iniciarEnvio();
      }
      if (notificacao.status !== 'ENVIANDO') await this.fila.concluir(tx, posse);
      await this.notificacoes.gravar(tx, notificacao);
      return notificacao;
    });
  }

  /** Answers what went wrong, or null. */
  async #enviar(notificacao: Notificacao): Promise<Falha | null> {
    try {
      const { assunto, html, texto } = await this.emails.compor(notificacao);
      await this.correio.enviar({
        messageId: notificacao.messageId!,
        para: notificacao.destinatario,
        assunto,
        html,
        texto,
      });
      return null;
    } catch (erro) {
      if (erro instanceof FalhaDeEnvio) return erro;
      this.registrador.erro('notificação não pôde ser composta', {
        notificacaoId: notificacao.id,
        motivo: nomeDoErro(erro),
      });
      return { definitiva: false, codigo: 'FALHA_INTERNA' };
    }
  }

  /** The message has left: forgetting it because the database blinked would send it again. */
  async #insistir(posse: Posse, falha: Falha | null): Promise<Notificacao> {
    for (const espera of ESPERAS_PARA_REGISTRAR_MS) {
      try {
        return await this.#registrar(posse, falha);
      } catch (erro) {
        if (!(erro instanceof ErroDeDominio) && !comoErroDeBanco(erro)) throw erro;
        await new Promise((resolver) => setTimeout(resolver, espera));
      }
    }
    return this.#registrar(posse, falha);
  }

  #registrar(posse: Posse, falha: Falha | null): Promise<Notificacao> {
    return this.unidade.executar(async (tx) => {
      const notificacao = await this.notificacoes.carregar(tx, posse.id);
      if (!notificacao) throw new PossePerdida();
      const agora = this.relogio.agora();
      const novaTentativa = falha ? notificacao.falhar(falha, agora) : notificacao.confirmarEnvio(agora);
      const minha = novaTentativa
        ? await this.fila.adiar(tx, posse, novaTentativa)
        : await this.fila.concluir(tx, posse);
      if (!minha) throw new PossePerdida();
      await this.notificacoes.gravar(tx, notificacao);
      return notificacao;
    });
  }

  #anotar({ id, status, tentativas, erro }: Notificacao): void {
    const nivel = status === 'ENVIADA' ? 'informe' : status === 'FALHA_DEFINITIVA' ? 'erro' : 'aviso';
    this.registrador[nivel]('notificação', { notificacaoId: id, status, tentativas, codigo: erro });
  }
}

/** Foreign messages may quote an address: the log keeps the kind. */
const nomeDoErro = (erro: unknown): string => (erro instanceof Error ? erro.name : typeof erro);
