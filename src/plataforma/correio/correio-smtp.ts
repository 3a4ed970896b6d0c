import type { OnApplicationShutdown } from '@nestjs/common';
import type { MailerService } from '@nestjs-modules/mailer';
import type { ConfiguracaoDoCorreio } from '../../config/ambiente.js';
import { comoCarta, type Remetente } from './carta.js';
import { Correio, type MensagemDeCorreio } from './correio.js';
import { falhaSmtp } from './falha-smtp.js';
import { opcoesSmtp, PRAZOS_SMTP, type PrazosSmtp } from './opcoes-smtp.js';

/** Hands each message to the configured server over a few kept connections. */
export class CorreioSmtp extends Correio implements OnApplicationShutdown {
  private constructor(
    private readonly mailer: MailerService,
    private readonly remetente: Remetente,
    private readonly totalMs: number,
  ) {
    super();
  }

  /** The package is loaded here, not above: an installation that keeps its mail needs none of it. */
  static async criar(
    configuracao: ConfiguracaoDoCorreio,
    prazos: PrazosSmtp = PRAZOS_SMTP,
  ): Promise<CorreioSmtp> {
    const { MailerService } = await import('@nestjs-modules/mailer');
    // Its type asks for a transport factory; without one it makes its own.
    const mailer = new MailerService({ transport: opcoesSmtp(configuracao, prazos) }, undefined as never);
    return new CorreioSmtp(mailer, configuracao, prazos.total);
  }

  /** After the sender has stopped: the pool would otherwise close under a message on its way. */
  onApplicationShutdown(): void {
    this.mailer.getTransporter().close();
  }

  protected override async entregar(mensagem: MensagemDeCorreio): Promise<void> {
    const carta = { ...comoCarta(mensagem, this.remetente), signal: AbortSignal.timeout(this.totalMs) };
    try {
      await this.mailer.sendMail(carta);
    } catch (erro) {
      throw falhaSmtp(erro);
    }
  }
}
