import { Injectable } from '@nestjs/common';
import { Ambiente } from '../../config/ambiente.js';
import { porExtenso } from '../tempo/por-extenso.js';
import type { MensagemGuardada, ResumoDaMensagem } from './caixa-local.js';
import { compilarModelo } from './modelos.js';

const PASTA = new URL('./paginas/', import.meta.url);
const MOLDURA = { parciais: ['moldura'] };

/** The HTML of the local mailbox. Every value is escaped; the message itself goes into a sandboxed frame. */
@Injectable()
export class PaginasDaCaixa {
  readonly #lista = compilarModelo(PASTA, 'lista', MOLDURA);
  readonly #mensagem = compilarModelo(PASTA, 'mensagem', MOLDURA);

  constructor(private readonly ambiente: Ambiente) {}

  lista(mensagens: readonly ResumoDaMensagem[]): string {
    return this.#lista({
      mensagens: mensagens.map((m) => ({ ...m, recebidaEm: this.#em(m.recebidaEm) })),
      vazia: mensagens.length === 0,
      servidor: this.ambiente.correio.servidor,
    });
  }

  mensagem(mensagem: MensagemGuardada): string {
    return this.#mensagem({
      ...mensagem,
      recebidaEm: this.#em(mensagem.recebidaEm),
      remetente: this.ambiente.correio.remetente,
    });
  }

  #em(instante: Date): string {
    return porExtenso(instante, this.ambiente.hospital.fuso);
  }
}
