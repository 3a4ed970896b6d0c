import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Amostra } from './amostra.js';

export interface Pedido {
  readonly metodo: string;
  readonly caminho: string;
  /** JSON, already written. */
  readonly corpo?: string;
}

export interface PedidoDeCarga {
  readonly porta: number;
  readonly token: string;
  readonly pedidos: readonly Pedido[];
  /** From the top again when they end: for reads. A write uses each one once, and the run ends with them. */
  readonly repetir: boolean;
  readonly conexoes: number;
  readonly segundos: number;
  /** Requests a second of an open loop; absent: a closed loop, as fast as the answers come. */
  readonly taxa?: number;
}

/**
 * The load generator, in a thread of its own so that what prints and waits does not disturb the clock.
 *
 * Why not autocannon or k6: a bed is admitted to once and a stay discharged once, so the connections must share one
 * list of requests of which each is used exactly once; the figure has to be cheap to take (a client that costs as
 * much as the floor measures itself); and the house has 23 dependencies, of which each has to earn its place.
 */
export class Gerador {
  readonly #linha = new Worker(new URL('./trabalhador.js', import.meta.url));

  /** One run at a time. */
  async rodar(plano: PedidoDeCarga): Promise<Amostra> {
    if (plano.pedidos.length === 0) throw new Error('there is nothing to ask');
    const resposta = once(this.#linha, 'message');
    this.#linha.postMessage(plano);
    return ((await resposta) as [Amostra])[0];
  }

  async encerrar(): Promise<void> {
    await this.#linha.terminate();
  }
}
