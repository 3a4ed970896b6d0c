/** Where the tool writes: the terminal, or what stands for it in a test. */
export interface Saida {
  isTTY?: boolean;
  write(texto: string): unknown;
}

const LARGURA = 30;
const A_CADA = 50;

/** A bar on a terminal, a line every 50 anywhere else (a log, a pipe). */
export class Progresso {
  #feitas = 0;

  constructor(
    private readonly total: number,
    private readonly saida: Saida,
  ) {}

  avancar(): void {
    this.#feitas += 1;
    const fim = this.#feitas === this.total;
    if (this.saida.isTTY === true) {
      const cheias = Math.floor((LARGURA * this.#feitas) / this.total);
      const barra = '█'.repeat(cheias) + '░'.repeat(LARGURA - cheias);
      this.saida.write(`\r${barra} ${this.#contagem()}${fim ? '\n' : ''}`);
    } else if (fim || this.#feitas % A_CADA === 0) {
      this.saida.write(`${this.#contagem()}\n`);
    }
  }

  #contagem(): string {
    return `${this.#feitas}/${this.total} internações`;
  }
}
