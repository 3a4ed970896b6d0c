import { Injectable } from '@nestjs/common';
import { Ambiente } from '../../config/ambiente.js';
import type { ErroDaApi } from '../http/erro-da-api.js';
import { porExtenso } from '../tempo/por-extenso.js';
import {
  ALCANCE_DA_BUSCA,
  type MensagemGuardada,
  type PaginaDaCaixa,
  type PedidoDePagina,
  type Vizinhas,
} from './caixa-local.js';
import { compilarModelo } from './modelos.js';

const PASTA = new URL('./paginas/', import.meta.url);
const MOLDURA = { parciais: ['moldura', 'estilo'] };

/** In which of its two versions a message is shown. */
export type Versao = 'html' | 'texto';

/** What went wrong, for who reads a page; anything else is our fault. */
const TITULOS_DE_ERRO: Record<number, string> = {
  400: 'Não entendemos este endereço',
  401: 'Esta caixa é fechada',
  403: 'Esta caixa é fechada',
  404: 'Esta mensagem não está aqui',
  503: 'Volte em um instante',
};

/** The HTML of the local mailbox. Every value is escaped; the message itself goes into a sandboxed frame. */
@Injectable()
export class PaginasDaCaixa {
  readonly #lista = compilarModelo(PASTA, 'lista', MOLDURA);
  readonly #mensagem = compilarModelo(PASTA, 'mensagem', MOLDURA);
  readonly #erro = compilarModelo(PASTA, 'erro', MOLDURA);

  constructor(private readonly ambiente: Ambiente) {}

  lista(pagina: PaginaDaCaixa, { busca = '', antes }: PedidoDePagina): string {
    const { mensagens, maisNovas, maisAntigas, incompleta } = pagina;
    return this.#lista({
      titulo: busca ? `Busca por “${busca}”` : 'Mensagens',
      busca,
      mensagens: mensagens.map((m) => ({
        ...m,
        endereco: endereco(`/correio/${m.id}`, { busca }),
        recebidaEm: this.#momento(m.recebidaEm),
      })),
      remetente: this.ambiente.correio.nomeDoRemetente,
      vazia: mensagens.length === 0,
      noFim: antes !== undefined,
      incompleta,
      alcance: ALCANCE_DA_BUSCA.toLocaleString('pt-BR'),
      novas: maisNovas === null ? null : endereco('/correio', { busca, depois: maisNovas }),
      antigas: maisAntigas === null ? null : endereco('/correio', { busca, antes: maisAntigas }),
      paginada: maisNovas !== null || maisAntigas !== null,
      servidor: this.ambiente.correio.servidor,
    });
  }

  mensagem(mensagem: MensagemGuardada, versao: Versao, vizinhas: Vizinhas, busca = ''): string {
    const final = versao === 'texto' ? '/texto' : '';
    const vizinha = (id: number | null): string | null =>
      id === null ? null : endereco(`/correio/${id}${final}`, { busca });
    return this.#mensagem({
      ...mensagem,
      titulo: mensagem.assunto,
      busca,
      recebidaEm: this.#momento(mensagem.recebidaEm),
      remetente: `${this.ambiente.correio.nomeDoRemetente} <${this.ambiente.correio.remetente}>`,
      emTexto: versao === 'texto',
      lista: endereco('/correio', { busca }),
      comoHtml: endereco(`/correio/${mensagem.id}`, { busca }),
      comoTexto: endereco(`/correio/${mensagem.id}/texto`, { busca }),
      comoArquivo: `/correio/${mensagem.id}/eml`,
      nova: vizinha(vizinhas.maisNova),
      antiga: vizinha(vizinhas.maisAntiga),
    });
  }

  erro(status: number, { error, correlationId }: ErroDaApi): string {
    return this.#erro({
      titulo: TITULOS_DE_ERRO[status] ?? 'Algo falhou',
      busca: '',
      status,
      mensagens: error.map(({ message }) => message),
      correlationId,
    });
  }

  #momento(instante: Date): { iso: string; porExtenso: string } {
    return { iso: instante.toISOString(), porExtenso: porExtenso(instante, this.ambiente.hospital.fuso) };
  }
}

/** A path with what there is of its query. */
function endereco(caminho: string, consulta: Record<string, string | number>): string {
  const parametros = new URLSearchParams();
  for (const [nome, valor] of Object.entries(consulta)) if (valor !== '') parametros.set(nome, String(valor));
  return parametros.size === 0 ? caminho : `${caminho}?${parametros.toString()}`;
}
