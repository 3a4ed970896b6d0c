import { createServer, type Server } from 'node:net';
import { Sorteio } from '../../src/demonstracao/hospital/sorteio.js';
import { type Corte, Ligacao } from './ligacao.js';
import type { CondicaoDaVia } from './via.js';

export interface Destino {
  readonly host: string;
  readonly port: number;
}

/** Which way is silent: nothing is lost, nothing arrives until it is healed. */
export type Mudez = 'ambos' | 'ida' | 'volta';

/** What it did to those who passed. */
export interface ContagemDoProxy {
  conexoes: number;
  /** Connections reset by `cortar`. */
  cortadas: number;
  commits: number;
  /** COMMITs that never reached the server. */
  cortesAntes: number;
  /** COMMITs that the server obeyed and whose answer was lost. */
  cortesDepois: number;
}

/**
 * The network between the product and a server, on a port of 127.0.0.1: passes everything on until it is told to
 * misbehave. What is drawn (jitter, who is cut) comes from the seed.
 */
export class Proxy {
  readonly host = '127.0.0.1';
  readonly contagem: ContagemDoProxy = {
    conexoes: 0,
    cortadas: 0,
    commits: 0,
    cortesAntes: 0,
    cortesDepois: 0,
  };
  readonly #ligacoes = new Set<Ligacao>();
  readonly #sorteio: Sorteio;
  #servidor: Server;
  #porta = 0;
  #muda: Mudez | null = null;
  #atraso = { ms: 0, variacaoMs: 0 };
  #noCommit: (numero: number) => Corte = () => 'nenhum';

  private constructor(
    private readonly destino: Destino,
    semente: number,
  ) {
    this.#sorteio = new Sorteio(semente);
    this.#servidor = this.#porteiro();
  }

  static async abrir(destino: Destino, semente: number): Promise<Proxy> {
    const proxy = new Proxy(destino, semente);
    await proxy.#ouvir();
    return proxy;
  }

  get port(): number {
    return this.#porta;
  }

  /** Connections open at this moment. */
  get abertas(): number {
    return this.#ligacoes.size;
  }

  /** Swallows what goes one way, or both, of open and of new connections. */
  emudecer(sentido: Mudez): void {
    this.#muda = sentido;
  }

  /** Each piece, each way, arrives `ms` later, and up to `variacaoMs` more. */
  atrasar(ms: number, variacaoMs = 0): void {
    this.#atraso = { ms, variacaoMs };
  }

  /** Asked at each COMMIT, which are counted from 1. */
  aoConfirmar(decidir: (numero: number) => Corte): void {
    this.#noCommit = decidir;
  }

  /** Resets each open connection with this probability. */
  cortar(chance = 1): void {
    for (const ligacao of [...this.#ligacoes]) {
      if (!this.#sorteio.chance(chance)) continue;
      this.contagem.cortadas += 1;
      ligacao.cortar();
    }
  }

  /** As a server that has gone: open connections are reset and new ones refused. */
  async recusar(): Promise<void> {
    const fim = new Promise((resolver) => this.#servidor.close(resolver));
    this.cortar();
    await fim;
  }

  /** Everything passes again, and what a silence held arrives. */
  async curar(): Promise<void> {
    this.#muda = null;
    this.atrasar(0);
    this.aoConfirmar(() => 'nenhum');
    for (const ligacao of this.#ligacoes) ligacao.escoar();
    if (this.#servidor.listening) return;
    this.#servidor = this.#porteiro();
    await this.#ouvir();
  }

  async fechar(): Promise<void> {
    for (const ligacao of [...this.#ligacoes]) ligacao.cortar();
    if (this.#servidor.listening) await new Promise((resolver) => this.#servidor.close(resolver));
  }

  #porteiro(): Server {
    return createServer((cliente) => {
      this.contagem.conexoes += 1;
      const rede = {
        ida: () => this.#condicao('ida'),
        volta: () => this.#condicao('volta'),
        corte: () => this.#corte(),
      };
      const ligacao: Ligacao = new Ligacao(cliente, this.destino, rede, () => this.#ligacoes.delete(ligacao));
      this.#ligacoes.add(ligacao);
    });
  }

  #ouvir(): Promise<void> {
    const servidor = this.#servidor;
    return new Promise((resolver, recusar) => {
      servidor.once('error', recusar);
      servidor.listen(this.#porta, this.host, () => {
        const endereco = servidor.address();
        if (typeof endereco === 'object' && endereco) this.#porta = endereco.port;
        resolver();
      });
    });
  }

  #condicao(sentido: 'ida' | 'volta'): CondicaoDaVia {
    const { ms, variacaoMs } = this.#atraso;
    return {
      presa: this.#muda === 'ambos' || this.#muda === sentido,
      atrasoMs: ms === 0 && variacaoMs === 0 ? 0 : this.#sorteio.entre(ms, ms + variacaoMs),
    };
  }

  #corte(): Corte {
    this.contagem.commits += 1;
    const corte = this.#noCommit(this.contagem.commits);
    if (corte === 'antes') this.contagem.cortesAntes += 1;
    if (corte === 'depois') this.contagem.cortesDepois += 1;
    return corte;
  }
}
