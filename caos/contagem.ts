/** How many times each thing was done, in the order in which they first were. */
export class Contagem {
  readonly #vezes = new Map<string, number>();

  somar(oQue: string, vezes = 1): void {
    this.#vezes.set(oQue, this.de(oQue) + vezes);
  }

  de(oQue: string): number {
    return this.#vezes.get(oQue) ?? 0;
  }

  /** `3 mortes, 1 congelamento`; empty when nothing was done. */
  toString(): string {
    return [...this.#vezes].map(([oQue, vezes]) => `${vezes.toLocaleString('pt-BR')} ${oQue}`).join(', ');
  }
}
