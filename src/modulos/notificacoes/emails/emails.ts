import type { Provider } from '@nestjs/common';
import type { Notificacao } from '../dominio/notificacao.entity.js';
import type { DadosDaNotificacao, TipoDeNotificacao } from '../dominio/tipos-de-notificacao.js';
import { EmailDeAcessoDeEmergencia } from './acesso-de-emergencia.email.js';
import { EmailDeBoasVindas } from './boas-vindas.email.js';
import { EmailDeCadastroRepetido } from './cadastro-repetido.email.js';
import { EmailDeEntregaMorta } from './entrega-morta.email.js';
import { EmailDeLeitoLiberado } from './leito-liberado.email.js';
import { EmailDePedidoRespondido } from './pedido-respondido.email.js';
import { EmailDeRedefinicaoDeSenha } from './redefinicao-de-senha.email.js';
import { EmailDeReenvioDaVerificacao } from './reenvio-da-verificacao.email.js';
import { EmailDeSenhaTrocada } from './senha-trocada.email.js';
import { EmailDeVerificacao } from './verificacao-de-email.email.js';
import type { Email, EmailComposto } from './email.js';

/** Every e-mail of the product. */
export const EMAILS = [
  EmailDeLeitoLiberado,
  EmailDeEntregaMorta,
  EmailDeVerificacao,
  EmailDeReenvioDaVerificacao,
  EmailDeBoasVindas,
  EmailDeRedefinicaoDeSenha,
  EmailDeSenhaTrocada,
  EmailDeCadastroRepetido,
  EmailDePedidoRespondido,
  EmailDeAcessoDeEmergencia,
] as const;

/** The same, by the type of its notice. */
export class Emails {
  readonly #porTipo: ReadonlyMap<string, Email>;

  constructor(todos: readonly Email[]) {
    this.#porTipo = new Map(todos.map((email) => [email.tipo, email]));
  }

  /** Milliseconds after which a notice of this type expires; null: never. */
  validadeMs(tipo: TipoDeNotificacao): number | null {
    return this.#doTipo(tipo).validadeMs;
  }

  async compor({
    tipo,
    dados,
    destinatario,
  }: Pick<Notificacao, 'tipo' | 'dados' | 'destinatario'>): Promise<EmailComposto> {
    const email = this.#doTipo(tipo);
    return email.escrever(await email.reunir(JSON.parse(dados) as DadosDaNotificacao, destinatario));
  }

  #doTipo(tipo: string): Email {
    const email = this.#porTipo.get(tipo);
    if (!email) throw new Error(`no e-mail is declared for ${tipo} in this version`);
    return email;
  }
}

/** Each e-mail, and all of them together. */
export const PROVEDORES_DOS_EMAILS: readonly Provider[] = [
  ...EMAILS,
  { provide: Emails, inject: [...EMAILS], useFactory: (...todos: Email[]) => new Emails(todos) },
];
