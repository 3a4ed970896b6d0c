import { Injectable } from '@nestjs/common';

/** Tells the sender of this process, after the commit, that there is something to send. May be lost: it also ticks. */
@Injectable()
export class SinalDeEnvio {
  readonly #ouvintes = new Set<() => void>();

  /** Returns how to stop listening. */
  ouvir(ouvinte: () => void): () => void {
    this.#ouvintes.add(ouvinte);
    return () => this.#ouvintes.delete(ouvinte);
  }

  emitir(): void {
    for (const ouvinte of this.#ouvintes) ouvinte();
  }
}
