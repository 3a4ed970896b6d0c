interface Compromisso {
  readonly em: number;
  /** Of two at the same instant, the one that was made first comes first. */
  readonly ordem: number;
  readonly fazer: (em: Date) => void;
}

/** What is still to happen, told in the order of time: a binary heap. */
export class Agenda {
  readonly #monte: Compromisso[] = [];
  #ordem = 0;

  marcar(em: Date | number, fazer: (em: Date) => void): void {
    const novo = { em: Number(em), ordem: this.#ordem++, fazer };
    let vaga = this.#monte.push(novo) - 1;
    while (vaga > 0) {
      const pai = (vaga - 1) >> 1;
      if (antes(this.#monte[pai]!, novo)) break;
      this.#monte[vaga] = this.#monte[pai]!;
      vaga = pai;
    }
    this.#monte[vaga] = novo;
  }

  /** Does everything that falls up to `ate`, what is marked meanwhile included; the rest never happens. */
  cumprir(ate: Date): void {
    const limite = ate.getTime();
    while (this.#monte.length > 0 && this.#monte[0]!.em <= limite) {
      const { em, fazer } = this.#tirar();
      fazer(new Date(em));
    }
  }

  #tirar(): Compromisso {
    const primeiro = this.#monte[0]!;
    const ultimo = this.#monte.pop()!;
    const tamanho = this.#monte.length;
    if (tamanho === 0) return primeiro;
    let vaga = 0;
    for (;;) {
      let filho = 2 * vaga + 1;
      if (filho >= tamanho) break;
      if (filho + 1 < tamanho && antes(this.#monte[filho + 1]!, this.#monte[filho]!)) filho += 1;
      if (antes(ultimo, this.#monte[filho]!)) break;
      this.#monte[vaga] = this.#monte[filho]!;
      vaga = filho;
    }
    this.#monte[vaga] = ultimo;
    return primeiro;
  }
}

const antes = (a: Compromisso, b: Compromisso): boolean =>
  a.em < b.em || (a.em === b.em && a.ordem < b.ordem);
