import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';

const PRAZO_MS = 1_000;
const VALIDADE_MS = 1_000;
/**
 * Between saying that a stop is in course and closing the door: who distributes the requests asks again, and
 * connections kept alive are told to end. A request that finds the door closing is lost.
 */
const DESPEDIDA_MS = 1_000;

/** Whether this process should receive requests: the database takes transactions and no stop is in course. */
@Injectable()
export class Prontidao implements BeforeApplicationShutdown {
  #parando = false;
  #ultima: { em: number; resposta: Promise<boolean> } | null = null;

  constructor(private readonly unidade: UnidadeDeTrabalho) {}

  /** Whoever stops it from a keyboard does not wait: SIGTERM is what a supervisor sends. */
  async beforeApplicationShutdown(sinal?: string): Promise<void> {
    this.#parando = true;
    if (sinal === 'SIGTERM') await new Promise((resolver) => setTimeout(resolver, DESPEDIDA_MS));
  }

  /** A stop is in course: connections must end with the answer they carry. */
  get parando(): boolean {
    return this.#parando;
  }

  /** Asks the database at most once a second; no answer in a second is a no. */
  async pronta(): Promise<boolean> {
    if (this.#parando) return false;
    if (!this.#ultima || Date.now() - this.#ultima.em > VALIDADE_MS)
      this.#ultima = { em: Date.now(), resposta: this.#perguntar() };
    return this.#ultima.resposta;
  }

  #perguntar(): Promise<boolean> {
    // The unit of work destroys a connection that hangs; a bare ping would lose one of the pool each time.
    return this.unidade
      .executar((tx) => tx.consultar('SELECT 1 AS um'), { prazoMs: PRAZO_MS })
      .then(
        () => true,
        () => false,
      );
  }
}
