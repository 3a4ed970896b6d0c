import type { Socket } from 'node:net';

/** What the network does, one way, to what is under way. */
export interface CondicaoDaVia {
  /** Nothing arrives. As with TCP, what was sent waits, the end of the connection included, and arrives later. */
  readonly presa: boolean;
  readonly atrasoMs: number;
}

interface Remessa {
  /** Null: the sender has closed. */
  readonly bytes: Buffer | null;
  readonly chegaEm: number;
}

/** One direction of a connection: in order, when the network lets it. */
export class Via {
  readonly #fila: Remessa[] = [];
  #alarme: NodeJS.Timeout | undefined;

  constructor(
    private readonly destino: Socket,
    private readonly condicao: () => CondicaoDaVia,
  ) {}

  enviar(bytes: Buffer | null): void {
    this.#fila.push({ bytes, chegaEm: performance.now() + this.condicao().atrasoMs });
    this.escoar();
  }

  /** Delivers what may arrive by now; called again whenever the network changes. */
  escoar(): void {
    clearTimeout(this.#alarme);
    for (let primeira = this.#fila[0]; primeira; primeira = this.#fila[0]) {
      if (this.condicao().presa) return;
      const faltaMs = primeira.chegaEm - performance.now();
      if (faltaMs > 0) {
        this.#alarme = setTimeout(() => this.escoar(), faltaMs);
        return;
      }
      this.#fila.shift();
      if (!this.destino.writable) continue;
      if (primeira.bytes) this.destino.write(primeira.bytes);
      else this.destino.end();
    }
  }

  fechar(): void {
    clearTimeout(this.#alarme);
    this.#fila.length = 0;
  }
}
