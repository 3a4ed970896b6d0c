import { transacaoAmbiente } from '../../banco/transacao-ambiente.js';
import { enderecoValido } from './endereco.js';

/** One message to one person, in both versions. `messageId` is stable: the same message, the same id. */
export interface MensagemDeCorreio {
  /** With angle brackets: `<notificacao-1-9f2c@plantao>`. */
  readonly messageId: string;
  readonly para: string;
  readonly assunto: string;
  readonly html: string;
  readonly texto: string;
}

/** Why a message did not leave. `codigo` may be kept and shown: it never carries what a server or a person wrote. */
export class FalhaDeEnvio extends Error {
  constructor(
    /** True when trying again would be refused again. */
    readonly definitiva: boolean,
    readonly codigo: string,
  ) {
    super(`mail not sent: ${codigo}`);
    this.name = 'FalhaDeEnvio';
  }
}

const MESSAGE_ID = /^<[\w.-]{1,120}@[\w.-]{1,120}>$/;
const ASSUNTO = /^[^\p{Cc}\p{Cs}]{1,200}$/u;
/** Each version; what both the local mailbox and any server take. */
const MAIOR_CORPO = 60_000;

/**
 * Sends e-mail. At least once: an answer lost on the way makes the caller send again, with the same
 * Message-ID, by which servers and readers know the copy.
 */
export abstract class Correio {
  /** Resolves when the message was accepted; otherwise rejects with FalhaDeEnvio. Never inside a transaction. */
  async enviar(mensagem: MensagemDeCorreio): Promise<void> {
    if (transacaoAmbiente())
      throw new Error('Mail leaves outside transactions: a rollback would not bring it back.');
    conferir(mensagem);
    await this.entregar(mensagem);
  }

  protected abstract entregar(mensagem: MensagemDeCorreio): Promise<void>;
}

/** Nothing that could become another header or another recipient goes further. */
function conferir({ messageId, para, assunto, html, texto }: MensagemDeCorreio): void {
  if (!enderecoValido(para)) throw new FalhaDeEnvio(true, 'ENDERECO_INVALIDO');
  if (!MESSAGE_ID.test(messageId) || !ASSUNTO.test(assunto))
    throw new FalhaDeEnvio(true, 'CABECALHO_INVALIDO');
  if (Buffer.byteLength(html) > MAIOR_CORPO || Buffer.byteLength(texto) > MAIOR_CORPO)
    throw new FalhaDeEnvio(true, 'MENSAGEM_GRANDE');
}
