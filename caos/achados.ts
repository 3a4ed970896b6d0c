/** What was found wrong, each thing told once with how many times it was seen. */
export class Achados {
  readonly #vistos = new Map<string, { exemplo: string; vezes: number }>();

  /** `oQue` is the same for all of a kind; `exemplo` says which one this was. */
  anotar(oQue: string, exemplo = ''): void {
    const visto = this.#vistos.get(oQue);
    if (visto) visto.vezes += 1;
    else this.#vistos.set(oQue, { exemplo, vezes: 1 });
  }

  get quantos(): number {
    return this.#vistos.size;
  }

  get textos(): readonly string[] {
    return [...this.#vistos].map(([oQue, { exemplo, vezes }]) =>
      [oQue, vezes > 1 && `${vezes} vezes`, exemplo && `p. ex. ${exemplo}`].filter(Boolean).join('; '),
    );
  }
}
