import { Injectable } from '@nestjs/common';
import type { Notificacao } from '../dominio/notificacao.entity.js';
import type { DadosDaNotificacao, TipoDeNotificacao } from '../dominio/tipos-de-notificacao.js';
import { EmailDeEntregaMorta } from './entrega-morta.email.js';
import { EmailDeLeitoLiberado } from './leito-liberado.email.js';
import type { Email, EmailComposto } from './email.js';

/** Every e-mail of the product, by the type of its notice. */
@Injectable()
export class Emails {
  readonly #porTipo: ReadonlyMap<string, Email>;

  constructor(leitoLiberado: EmailDeLeitoLiberado, entregaMorta: EmailDeEntregaMorta) {
    this.#porTipo = new Map([leitoLiberado, entregaMorta].map((email: Email) => [email.tipo, email]));
  }

  /** Milliseconds after which a notice of this type expires; null: never. */
  validadeMs(tipo: TipoDeNotificacao): number | null {
    return this.#doTipo(tipo).validadeMs;
  }

  async compor({ tipo, dados }: Pick<Notificacao, 'tipo' | 'dados'>): Promise<EmailComposto> {
    const email = this.#doTipo(tipo);
    return email.escrever(await email.reunir(JSON.parse(dados) as DadosDaNotificacao));
  }

  #doTipo(tipo: string): Email {
    const email = this.#porTipo.get(tipo);
    if (!email) throw new Error(`no e-mail is declared for ${tipo} in this version`);
    return email;
  }
}
