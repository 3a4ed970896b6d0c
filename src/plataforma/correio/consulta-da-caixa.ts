import { Inteiro, Texto } from '../http/campos.js';

/** What the address of a message may carry: the search it was found by. */
export class ConsultaDaMensagem {
  @Texto({ max: 100, min: 0, opcional: true, descricao: 'Palavras do destinatário, do assunto ou do texto.' })
  busca?: string;
}

/** What the address of the list may carry. */
export class ConsultaDaCaixa extends ConsultaDaMensagem {
  @Inteiro({ min: 1, opcional: true, naConsulta: true, descricao: 'Só as mais antigas que esta mensagem.' })
  antes?: number;

  @Inteiro({ min: 0, opcional: true, naConsulta: true, descricao: 'Só as mais novas que esta mensagem.' })
  depois?: number;
}
