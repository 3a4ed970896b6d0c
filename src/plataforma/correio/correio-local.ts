import { comoErroDeBanco } from '../../banco/erros-de-banco.js';
import type { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import type { Relogio } from '../tempo/relogio.js';
import { Correio, FalhaDeEnvio, type MensagemDeCorreio } from './correio.js';

/** Keeps each message in the local mailbox (`/correio`); the same message twice stays one. */
export class CorreioLocal extends Correio {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
  ) {
    super();
  }

  protected override async entregar({
    messageId,
    para,
    assunto,
    html,
    texto,
  }: MensagemDeCorreio): Promise<void> {
    try {
      await this.unidade.executar((tx) =>
        tx.inserir(
          'INSERT INTO correio_local (message_id, para, assunto, html, texto, recebida_em) VALUES (?, ?, ?, ?, ?, ?)',
          [messageId, para, assunto, html, texto, this.relogio.agora()],
        ),
      );
    } catch (erro) {
      if (comoErroDeBanco(erro)?.restricao === 'uq_correio_local_message_id') return;
      throw new FalhaDeEnvio(false, 'CAIXA_INDISPONIVEL');
    }
  }
}
