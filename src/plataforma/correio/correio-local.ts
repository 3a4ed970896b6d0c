import { comoErroDeBanco } from '../../banco/erros-de-banco.js';
import type { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import type { Relogio } from '../tempo/relogio.js';
import { textoDeBusca } from './busca-no-correio.js';
import { Correio, FalhaDeEnvio, type MensagemDeCorreio } from './correio.js';

/** Keeps each message in the local mailbox (`/correio`); the same message twice stays one. */
export class CorreioLocal extends Correio {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
  ) {
    super();
  }

  protected override async entregar(mensagem: MensagemDeCorreio): Promise<void> {
    const { messageId, para, assunto, html, texto } = mensagem;
    try {
      await this.unidade.executar((tx) =>
        tx.inserir(
          `INSERT INTO correio_local (message_id, para, assunto, html, texto, busca, recebida_em)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
          [messageId, para, assunto, html, texto, textoDeBusca(mensagem), this.relogio.agora()],
        ),
      );
    } catch (erro) {
      if (comoErroDeBanco(erro)?.restricao === 'uq_correio_local_message_id') return;
      throw new FalhaDeEnvio(false, 'CAIXA_INDISPONIVEL');
    }
  }
}
