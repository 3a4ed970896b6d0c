import { setTimeout as esperar } from 'node:timers/promises';
import { type ClienteHttp, type Pedido, SemResposta } from '../../ferramentas/apoio/cliente-http.js';
import type { Achados } from '../achados.js';
import { faltasDe } from '../desfecho.js';

export interface Pergunta {
  /** As it is told: `leituras`. */
  readonly nome: string;
  readonly fazer: () => Pedido;
  /** The deadline by which every question is answered, whatever the network does. */
  readonly prazoMs: number;
  /** How many ask it at the same time. */
  readonly vozes: number;
  readonly intervaloMs: number;
}

/** One answer, or the lack of one (status 0), by the clock of `performance.now()`. */
export interface Amostra {
  readonly inicio: number;
  readonly ms: number;
  readonly status: number;
}

/** What a machine with other things to do may add to a deadline. */
const FOLGA_MS = 1_500;

/** Asks the same thing again and again, and notes when and how it was answered. */
export class Sonda {
  readonly amostras: Amostra[] = [];
  #parar = false;
  #emCurso: Promise<unknown> = Promise.resolve();

  constructor(
    readonly pergunta: Pergunta,
    private readonly cliente: ClienteHttp,
    private readonly achados: Achados,
  ) {}

  comecar(): void {
    this.#emCurso = Promise.all(Array.from({ length: this.pergunta.vozes }, () => this.#insistir()));
    this.#emCurso.catch(() => undefined);
  }

  async parar(): Promise<void> {
    this.#parar = true;
    await this.#emCurso;
  }

  /** Until the first success that was asked for after `instante`, in milliseconds; null when there is none yet. */
  voltaDesde(instante: number): number | null {
    const boas = this.amostras.filter(
      ({ inicio, status }) => inicio >= instante && status > 0 && status < 300,
    );
    return boas.length === 0 ? null : Math.min(...boas.map(({ inicio, ms }) => inicio + ms)) - instante;
  }

  get pior(): number {
    return Math.max(0, ...this.amostras.map(({ ms }) => ms));
  }

  respostas(status: number): number {
    return this.amostras.filter((amostra) => amostra.status === status).length;
  }

  async #insistir(): Promise<void> {
    while (!this.#parar) {
      await this.#perguntar();
      await esperar(this.pergunta.intervaloMs);
    }
  }

  async #perguntar(): Promise<void> {
    const { nome, prazoMs } = this.pergunta;
    const inicio = performance.now();
    let status = 0;
    try {
      const resposta = await this.cliente.pedir({
        ...this.pergunta.fazer(),
        prazoMs: 2 * prazoMs + FOLGA_MS,
      });
      status = resposta.status;
      for (const falta of faltasDe(resposta))
        this.achados.anotar(falta, `${nome}: ${resposta.texto.slice(0, 200)}`);
    } catch (erro) {
      if (!(erro instanceof SemResposta)) throw erro;
      this.achados.anotar(`CALADO: ${nome} sem resposta`, erro.message);
    }
    const ms = performance.now() - inicio;
    this.amostras.push({ inicio, ms, status });
    if (ms > prazoMs + FOLGA_MS)
      this.achados.anotar(`DEMORA: ${nome} além do prazo de ${prazoMs} ms`, `${Math.round(ms)} ms`);
  }
}
