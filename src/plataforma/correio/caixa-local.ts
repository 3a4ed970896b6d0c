import { Injectable } from '@nestjs/common';
import { inteiro, instante, type Linha, texto } from '../../banco/dialeto.js';
import { Leitura } from '../../banco/leitura.js';
import { Filtros } from '../http/pagina.js';
import { palavrasDaBusca } from './busca-no-correio.js';
import type { MensagemDeCorreio } from './correio.js';

const POR_PAGINA = 20;
/** How many messages one search looks through, at most: no index finds a word in the middle of a text. */
export const ALCANCE_DA_BUSCA = 5_000;
const MAIOR_TRECHO = 240;

export interface ResumoDaMensagem {
  readonly id: number;
  readonly para: string;
  readonly assunto: string;
  /** How the text begins. */
  readonly trecho: string;
  readonly recebidaEm: Date;
}

export interface MensagemGuardada extends MensagemDeCorreio {
  readonly id: number;
  readonly recebidaEm: Date;
}

/** Where to look: everything; what came before the message `antes`; or what came after `depois`. */
export interface PedidoDePagina {
  readonly busca?: string;
  readonly antes?: number;
  readonly depois?: number;
}

export interface PaginaDaCaixa {
  /** Newest first. */
  readonly mensagens: readonly ResumoDaMensagem[];
  /** `depois` of the page of newer ones; null on the first page. */
  readonly maisNovas: number | null;
  /** `antes` of the page of older ones; null where there are none. */
  readonly maisAntigas: number | null;
  /** The search stopped at its limit, with messages still to look through. */
  readonly incompleta: boolean;
}

/** The messages on both sides of one, null at the ends. */
export interface Vizinhas {
  readonly maisNova: number | null;
  readonly maisAntiga: number | null;
}

interface Sentido {
  readonly alem: '<' | '>';
  readonly aquem: '>' | '<';
  readonly ordem: 'DESC' | 'ASC';
  /** From a message to the place just before it, on the way. */
  readonly recuo: 1 | -1;
}

const PARA_TRAS: Sentido = { alem: '<', aquem: '>', ordem: 'DESC', recuo: 1 };
const PARA_A_FRENTE: Sentido = { alem: '>', aquem: '<', ordem: 'ASC', recuo: -1 };

interface Passo {
  readonly mensagens: ResumoDaMensagem[];
  /** Where the next step begins; null at the end of the mailbox. */
  readonly continua: number | null;
}

/** Reads the local mailbox, by keyset: any page costs what the first costs. */
@Injectable()
export class CaixaLocal {
  constructor(private readonly leitura: Leitura) {}

  async listar({ busca = '', antes, depois }: PedidoDePagina): Promise<PaginaDaCaixa> {
    if (depois === undefined) {
      const { mensagens, continua } = await this.#percorrer(PARA_TRAS, antes, busca, POR_PAGINA);
      return {
        mensagens,
        maisNovas: antes === undefined ? null : antes - 1,
        maisAntigas: continua,
        incompleta: continua !== null && mensagens.length < POR_PAGINA,
      };
    }
    const { mensagens, continua } = await this.#percorrer(PARA_A_FRENTE, depois, busca, POR_PAGINA);
    // The way up ends in a full first page, not in what was missing to reach it.
    if (continua === null) return this.listar({ busca });
    return {
      mensagens: mensagens.reverse(),
      maisNovas: continua,
      maisAntigas: depois + 1,
      incompleta: mensagens.length < POR_PAGINA,
    };
  }

  async obter(id: number): Promise<MensagemGuardada | null> {
    const linha = await this.leitura.obter(
      'SELECT id, message_id, para, assunto, html, texto, recebida_em FROM correio_local WHERE id = ?',
      [id],
    );
    return (
      linha && {
        id: inteiro(linha.id),
        messageId: texto(linha.message_id),
        para: texto(linha.para),
        assunto: texto(linha.assunto),
        html: texto(linha.html),
        texto: texto(linha.texto),
        recebidaEm: instante(linha.recebida_em),
      }
    );
  }

  /** Among those that `busca` finds. */
  async vizinhas(id: number, busca = ''): Promise<Vizinhas> {
    const [novas, antigas] = await Promise.all(
      [PARA_A_FRENTE, PARA_TRAS].map((sentido) => this.#percorrer(sentido, id, busca, 1)),
    );
    return {
      maisNova: novas?.mensagens[0]?.id ?? null,
      maisAntiga: antigas?.mensagens[0]?.id ?? null,
    };
  }

  /** Up to `quantas` messages beyond `de`, nearest first. */
  async #percorrer(sentido: Sentido, de: number | undefined, busca: string, quantas: number): Promise<Passo> {
    const palavras = palavrasDaBusca(busca);
    const limite = palavras.length === 0 ? null : await this.#limiteDaBusca(sentido, de);
    const filtros = new Filtros()
      .onde(`id ${sentido.alem} ?`, de)
      .onde(`id ${sentido.aquem} ?`, limite ?? undefined);
    for (const palavra of palavras) filtros.onde('INSTR(busca, ?) > 0', palavra);
    const linhas = await this.leitura.consultar(
      `SELECT id, para, assunto, SUBSTR(texto, 1, ${MAIOR_TRECHO}) AS trecho, recebida_em
         FROM correio_local${onde(filtros)} ORDER BY id ${sentido.ordem} LIMIT ${quantas + 1}`,
      filtros.parametros,
    );
    const mensagens = linhas.slice(0, quantas).map(resumo);
    if (linhas.length > quantas) return { mensagens, continua: mensagens.at(-1)!.id };
    return { mensagens, continua: limite === null ? null : limite + sentido.recuo };
  }

  /** The first message that a search from `de` does not look at; null when it reaches the end. */
  async #limiteDaBusca({ alem, ordem }: Sentido, de: number | undefined): Promise<number | null> {
    const filtros = new Filtros().onde(`id ${alem} ?`, de);
    const linha = await this.leitura.obter(
      `SELECT id FROM correio_local${onde(filtros)} ORDER BY id ${ordem} LIMIT 1 OFFSET ${ALCANCE_DA_BUSCA}`,
      filtros.parametros,
    );
    return linha && inteiro(linha.id);
  }
}

const onde = ({ clausulas }: Filtros): string =>
  clausulas.length === 0 ? '' : ` WHERE ${clausulas.join(' AND ')}`;

const resumo = (linha: Linha): ResumoDaMensagem => ({
  id: inteiro(linha.id),
  para: texto(linha.para),
  assunto: texto(linha.assunto),
  trecho: texto(linha.trecho).replace(/\s+/g, ' ').trim(),
  recebidaEm: instante(linha.recebida_em),
});
