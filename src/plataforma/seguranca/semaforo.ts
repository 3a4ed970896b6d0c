/** At most `vagas` pieces of work at once and `fila` waiting, first come first served; past that, `recusar()` is thrown. */
export class Semaforo {
  #livres: number;
  readonly #esperando: (() => void)[] = [];

  constructor(
    vagas: number,
    private readonly fila: number,
    private readonly recusar: () => Error,
  ) {
    this.#livres = vagas;
  }

  /** Runs `trabalho` when its turn comes; what it answers or throws is passed on. */
  async executar<T>(trabalho: () => Promise<T>): Promise<T> {
    if (this.#livres > 0) this.#livres--;
    else if (this.#esperando.length < this.fila)
      await new Promise<void>((resolver) => this.#esperando.push(resolver));
    else throw this.recusar();
    try {
      return await trabalho();
    } finally {
      const proximo = this.#esperando.shift();
      if (proximo) proximo();
      else this.#livres++;
    }
  }
}
