import type { AgregadoDoEvento, EventoDeDominio } from '../../../plataforma/eventos/evento.js';
import { type DadosIniciais, TABELA_DE_CID } from './dados-da-internacao.js';
import {
  type AcaoDeInternacao,
  ESTADOS_DA_INTERNACAO,
  type StatusDeInternacao,
} from './estados-da-internacao.js';
import type { Fato } from './fato.js';
import { InternacaoGravada } from './internacao-gravada.js';
import { Movimentacao, type TipoDeMovimentacao } from './movimentacao.entity.js';

/** A stay that tells what happens to it: every transition leaves one movement. */
export abstract class InternacaoComHistoria extends InternacaoGravada {
  #movimentacoes: Movimentacao[] = [];
  /** Not stored yet: whatever is told of it at once counts as so many versions. */
  #nascendo = false;

  /** The movements made since the stay was loaded, once. */
  extrairMovimentacoes(): Movimentacao[] {
    const movimentacoes = this.#movimentacoes;
    this.#movimentacoes = [];
    this.#nascendo = false;
    return movimentacoes.map((m) => Object.assign(m, { internacaoId: this.id }));
  }

  /** Completes the movement just made with the bed that was left. */
  deixouOLeito(leitoId: number): void {
    this.#ultima().deLeitoId = leitoId;
  }

  /** Completes the movement just made with the bed that was entered. */
  entrouNoLeito(leitoId: number): void {
    this.#ultima().paraLeitoId = leitoId;
  }

  /** A stay of which nothing has happened yet. */
  protected nascer(dados: DadosIniciais, fato: Fato): void {
    this.#nascendo = true;
    Object.assign(this, dados, {
      setorId: null,
      cidSistema: TABELA_DE_CID.sistema,
      cidVersao: TABELA_DE_CID.versao,
      ...SEM_PEDIDO,
      entrada: null,
      ...SEM_SAIDA,
      pacienteAbertoId: dados.pacienteId,
      movimentos: 0,
      versao: 0,
      criadoEm: fato.agora,
      autorId: fato.autorId,
    });
  }

  /** Where `acao` leads; 409 `INTERNACAO.TRANSICAO_INVALIDA` when it is not possible now. */
  protected destino(acao: AcaoDeInternacao): StatusDeInternacao {
    return ESTADOS_DA_INTERNACAO.mover(
      this.status,
      acao,
      'INTERNACAO.TRANSICAO_INVALIDA',
      `A internação ${this.id}`,
    );
  }

  /** The patient moved, or something was decided about him: nothing before it may be told any more. */
  protected mover(
    tipo: TipoDeMovimentacao,
    novo: StatusDeInternacao,
    fato: Fato,
    extra: Partial<Movimentacao> = {},
  ): Movimentacao {
    this.ultimoMovimentoEm = fato.em;
    return this.anotar(tipo, novo, fato, extra);
  }

  /** The state changed, and yet what happened before `fato.em` may still be told late. */
  protected anotar(
    tipo: TipoDeMovimentacao,
    novo: StatusDeInternacao,
    fato: Fato,
    extra: Partial<Movimentacao> = {},
  ): Movimentacao {
    const movimentacao: Omit<Movimentacao, 'id' | 'internacaoId'> = {
      tipo,
      ordem: this.movimentos + 1,
      estadoAnterior: this.status ?? null,
      estadoNovo: novo,
      deLeitoId: null,
      paraLeitoId: null,
      previstoPara: null,
      em: fato.em,
      registradoEm: fato.agora,
      motivo: null,
      autorId: fato.autorId,
      ...extra,
    };
    Object.assign(this, { status: novo, movimentos: this.movimentos + 1, atualizadoEm: fato.agora });
    if (this.#nascendo) this.versao += 1;
    const anotada = Object.assign(new Movimentacao(), movimentacao);
    this.#movimentacoes.push(anotada);
    return anotada;
  }

  /** Records the event of the movement just made. Version and type are unique to each event of a stay. */
  protected contar(evento: (agregado: AgregadoDoEvento) => EventoDeDominio): void {
    const aoNascer = this.#nascendo ? this.versao : null;
    this.aconteceu(() => evento({ tipo: 'internacao', id: this.id, versao: aoNascer ?? this.versao }));
  }

  /** What every event of a stay says: which one, whose, and when it happened. */
  protected dadosDoEvento({ em }: Fato): { internacaoId: number; pacienteId: number; em: string } {
    return { internacaoId: this.id, pacienteId: this.pacienteId, em: em.toISOString() };
  }

  #ultima(): Movimentacao {
    const ultima = this.#movimentacoes.at(-1);
    if (!ultima) throw new Error('No movement to complete: call the verb first.');
    return ultima;
  }
}

/** A patient who did not wait. */
const SEM_PEDIDO = { solicitadaEm: null, tipoLeito: null, prioridade: null, posicaoNaFila: null };

/** A patient whose exit is not in sight. */
export const SEM_SAIDA = {
  altaPrevistaPara: null,
  altaClinicaEm: null,
  saidaEsperadaEm: null,
  cidSaida: null,
  motivoSaida: null,
  medicoAltaId: null,
  saida: null,
};
