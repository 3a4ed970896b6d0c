import { compilarModelo } from '../../../plataforma/correio/modelos.js';
import type { DadosDaNotificacao, TipoDeNotificacao } from '../dominio/tipos-de-notificacao.js';

const PASTA = new URL('../modelos/', import.meta.url);
const HORA_MS = 3_600_000;
const MAIOR_ASSUNTO = 150;

/** An e-mail ready to leave. */
export interface EmailComposto {
  readonly assunto: string;
  readonly html: string;
  readonly texto: string;
}

/**
 * One e-mail of the product: its subject, what its words need and an example of it; the words are in
 * `modelos/<tipo>.hbs` (HTML) and `modelos/<tipo>.texto.hbs`. No personal or clinical data in any of them.
 */
export abstract class Email<D extends object = object> {
  abstract readonly tipo: TipoDeNotificacao;
  /** Hours after which it would be noise; null when it never is. */
  abstract readonly validadeHoras: number | null;
  /** Plausible data, for previews. */
  abstract readonly exemplo: D;

  protected abstract assunto(dados: D): string;

  /**
   * What the words need, from what the notice keeps; asks other modules for names, and for the code that only this
   * message to `destinatario` will have. Rejects with FalhaDeEnvio when there is nothing to say any more.
   */
  abstract reunir(dados: DadosDaNotificacao, destinatario: string): Promise<D>;

  #html: ((dados: object) => string) | undefined;
  #texto: ((dados: object) => string) | undefined;

  get validadeMs(): number | null {
    return this.validadeHoras === null ? null : this.validadeHoras * HORA_MS;
  }

  escrever(dados: D): EmailComposto {
    this.#html ??= compilarModelo(PASTA, this.tipo, { parciais: ['leiaute'] });
    this.#texto ??= compilarModelo(PASTA, `${this.tipo}.texto`, { texto: true, parciais: ['leiaute.texto'] });
    const assunto = umaLinha(this.assunto(dados));
    return { assunto, html: this.#html({ ...dados, assunto }), texto: this.#texto(dados) };
  }
}

/** Control and direction characters have no place in a subject, whoever typed the name that brought them. */
function umaLinha(texto: string): string {
  const limpo = texto.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return [...limpo].slice(0, MAIOR_ASSUNTO).join('');
}
