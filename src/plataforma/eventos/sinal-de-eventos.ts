import { Injectable } from '@nestjs/common';
import type { EventoGravado } from './evento.js';

type Ouvinte = (eventos: readonly EventoGravado[]) => void;

/** Tells this process, after the commit, that events were stored. May be lost: whoever must not miss one is a durable saga. */
@Injectable()
export class SinalDeEventos {
  readonly #ouvintes = new Set<Ouvinte>();

  /** Returns how to stop listening. */
  ouvir(ouvinte: Ouvinte): () => void {
    this.#ouvintes.add(ouvinte);
    return () => this.#ouvintes.delete(ouvinte);
  }

  emitir(eventos: readonly EventoGravado[]): void {
    for (const ouvinte of this.#ouvintes) ouvinte(eventos);
  }
}
