/** The only source of "now". Use cases receive it; tests and the demo move it. */
export abstract class Relogio {
  /** The present instant, with milliseconds. */
  abstract agora(): Date;
}

/** The machine's clock. */
export class RelogioDoSistema extends Relogio {
  agora(): Date {
    return new Date();
  }
}

/** A clock that can be set and moved forwards; runs on from where it was put. */
export class RelogioMovel extends Relogio {
  #adiantadoMs = 0;

  agora(): Date {
    return new Date(Date.now() + this.#adiantadoMs);
  }

  avancar(ms: number): void {
    this.#adiantadoMs += ms;
  }

  ajustar(instante: Date): void {
    this.#adiantadoMs = instante.getTime() - Date.now();
  }
}
