import { type ErroDeDominio, regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';
import {
  type AcaoDoLeito,
  type AnotacaoDoLeito,
  aposOUso,
  comandosPossiveis,
  type EstadoDoLeito,
  fimPorPrazo,
  MAQUINA_DO_LEITO,
} from './estados-do-leito.js';
import { eventosDaMudanca, type MudancaDeEstado } from './eventos-do-movimento.js';
import { exigirPassado, type Fato } from './fato.js';
import { LeitoGravado } from './leito-gravado.js';
import type { AberturaDeBloqueio, Movimento, PeriodoPassado } from './movimento.js';
import { aindaNaoInstalado } from './recusas-de-ocupacao.js';

const TRANSICAO_INVALIDA = 'LEITO.TRANSICAO_INVALIDA';

export const SEM_RESERVA = {
  venceEm: null,
  reservaPacienteId: null,
  reservaSolicitacaoId: null,
  reservaExpiraEm: null,
};
export const SEM_MANUTENCAO = { manutencaoMotivo: null, manutencaoAte: null, manutencaoAutorId: null };

/** How a bed goes from one state to another: what every verb of `Leito` has in common. */
export abstract class LeitoEmMovimento extends LeitoGravado {
  #movimentos: Movimento[] = [];
  /** Versions since the bed was loaded or stored. */
  #passos = 0;
  /** The last change, still untold: whether the bed is free or only passes depends on what follows. */
  #ultima: MudancaDeEstado | null = null;

  /** The version that the database has. */
  get versaoGravada(): number {
    return this.versao - this.#passos;
  }

  /** The transitions made since it was loaded or stored, once. */
  extrairMovimentos(): Movimento[] {
    const movimentos = this.#movimentos;
    this.#movimentos = [];
    this.#passos = 0;
    return movimentos;
  }

  override extrairEventos() {
    this.#contarUltima(false);
    return super.extrairEventos();
  }

  /** Ends, at the instant foreseen, what should be over by `agora`: a reservation, a block, a maintenance. */
  vencer(exigeLimpeza: boolean, agora: Date): void {
    if (this.venceEm === null || this.venceEm > agora) return;
    const acao = fimPorPrazo(this.status);
    const para = acao === 'expirar-reserva' ? 'LIVRE' : aposOUso(exigeLimpeza);
    this.mover(acao, { em: this.venceEm, agora, autorId: null, motivo: null }, { para });
  }

  /** Refuses an instant before the bed was installed (422 `LEITO.AINDA_NAO_INSTALADO`). */
  exigirInstalado(em: Date, campo?: string): void {
    if (this.instaladoDesde && em < this.instaladoDesde)
      throw aindaNaoInstalado(this.numero, this.instaladoDesde, campo);
  }

  /** A move that somebody asked for: allowed in the present state, and neither in the future nor before that state began. */
  protected comandar(acao: AcaoDoLeito, fato: Fato, efeitos: Efeitos = {}): void {
    this.#destino(acao, efeitos.para);
    exigirPassado(fato);
    this.exigirInstalado(fato.em, 'em');
    if (this.desde && fato.em < this.desde)
      throw regraViolada(
        'LEITO.EM_ANTES_DO_ESTADO_ATUAL',
        `O leito ${this.numero} está ${MAQUINA_DO_LEITO.estados[this.status]} desde ${this.desde.toISOString()}. Informe um instante a partir daí.`,
        'em',
      );
    this.mover(acao, fato, efeitos);
  }

  protected mover(acao: AcaoDoLeito, fato: Fato, efeitos: Efeitos = {}): void {
    this.#contarUltima(true);
    this.#ultima = this.#passar(acao, fato, efeitos);
  }

  /** A period that was over before it was told, or taken back: the history has it, the present state stays. */
  protected anotar(acao: AnotacaoDoLeito, { inicio, fim }: PeriodoPassado, fato: AutoriaDoFato): void {
    this.avancar(fato.agora);
    const { versao, status } = this;
    const { agora: registradoEm, motivo, autorId } = fato;
    const estado = { versao, de: status, para: status, acao, bloqueio: null };
    this.#movimentos.push({ ...estado, em: inicio, ate: fim, registradoEm, motivo, autorId });
  }

  /** Something was recorded of the bed without changing its state. */
  protected avancar(agora: Date): void {
    this.versao += 1;
    this.#passos += 1;
    this.atualizadoEm = agora;
  }

  #passar(
    acao: AcaoDoLeito,
    fato: Fato,
    { para, desde, internacaoId, bloqueio = null }: Efeitos,
  ): MudancaDeEstado {
    const de = this.status;
    this.status = this.#destino(acao, para);
    this.avancar(fato.agora);
    if (de !== this.status)
      Object.assign(this, {
        desde: desde ?? fato.em,
        ...SEM_RESERVA,
        ...SEM_MANUTENCAO,
        venceEm: bloqueio?.fimPrevisto ?? null,
      });
    const { status, versao, id: leitoId, setorId } = this;
    const { em, agora: registradoEm, motivo, autorId } = fato;
    const estado = { versao, de, para: status, acao, bloqueio };
    this.#movimentos.push({ ...estado, em, ate: null, registradoEm, motivo, autorId });
    return { leitoId, setorId, versao, de, para: status, em, ...(internacaoId ? { internacaoId } : {}) };
  }

  #destino(acao: AcaoDoLeito, para?: EstadoDoLeito): EstadoDoLeito {
    if (!MAQUINA_DO_LEITO.permite(this.status, acao)) throw this.recusar(acao);
    return MAQUINA_DO_LEITO.mover(this.status, acao, TRANSICAO_INVALIDA, `O leito ${this.numero}`, para);
  }

  /** The conflict of a move that cannot be made now, with those that can. */
  protected recusar(acao: AcaoDoLeito): ErroDeDominio {
    const possiveis = comandosPossiveis(this.status, this.manutencaoMotivo !== null);
    return MAQUINA_DO_LEITO.recusa(
      this.status,
      acao,
      TRANSICAO_INVALIDA,
      `O leito ${this.numero}`,
      possiveis,
    );
  }

  #contarUltima(dePassagem: boolean): void {
    const eventos = this.#ultima ? eventosDaMudanca({ ...this.#ultima, dePassagem }) : [];
    for (const evento of eventos) this.aconteceu(() => evento);
    this.#ultima = null;
  }
}

/** Who tells it, when and why. */
export type AutoriaDoFato = Omit<Fato, 'em'>;

interface Efeitos {
  /** Where the action may lead to more than one state. */
  readonly para?: EstadoDoLeito;
  /** When the new state began, where it is not when the fact happened. */
  readonly desde?: Date;
  readonly internacaoId?: number;
  readonly bloqueio?: AberturaDeBloqueio | null;
}
