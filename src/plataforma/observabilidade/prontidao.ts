import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

const PRAZO_MS = 1_000;
const VALIDADE_MS = 1_000;

/** Whether this process should receive requests: the database answers and no stop is in course. */
@Injectable()
export class Prontidao implements BeforeApplicationShutdown {
  #parando = false;
  #ultima: { em: number; resposta: Promise<boolean> } | null = null;

  constructor(private readonly fonte: DataSource) {}

  beforeApplicationShutdown(): void {
    this.#parando = true;
  }

  async pronta(): Promise<boolean> {
    if (this.#parando) return false;
    if (!this.#ultima || Date.now() - this.#ultima.em > VALIDADE_MS)
      this.#ultima = { em: Date.now(), resposta: this.#perguntar() };
    return this.#ultima.resposta;
  }

  /** A ping that never answers counts as a no. */
  async #perguntar(): Promise<boolean> {
    let relogio: NodeJS.Timeout | undefined;
    const vencido = new Promise<boolean>(
      (resolver) => (relogio = setTimeout(() => resolver(false), PRAZO_MS)),
    );
    const ping = this.fonte.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return Promise.race([ping, vencido]).finally(() => clearTimeout(relogio));
  }
}
