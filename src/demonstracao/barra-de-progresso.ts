const LARGURA = 30;

/** One line that fills up on a terminal; elsewhere a line for each quarter. */
export class BarraDeProgresso {
  readonly #desde = performance.now();
  #ultima = -1;

  constructor(
    private readonly titulo: string,
    private readonly visivel: boolean,
    private readonly saida: NodeJS.WriteStream = process.stdout,
  ) {
    this.mostrar(0);
  }

  /** `parte`: from 0 to 1. */
  mostrar(parte: number): void {
    const passo = Math.floor(parte * (this.saida.isTTY ? 100 : 4));
    if (!this.visivel || passo === this.#ultima) return;
    this.#ultima = passo;
    const porcento = `${Math.floor(parte * 100)} %`.padStart(5);
    if (!this.saida.isTTY) return void this.saida.write(`${this.titulo}: ${porcento.trim()}\n`);
    const cheias = Math.round(parte * LARGURA);
    const barra = '█'.repeat(cheias) + '░'.repeat(LARGURA - cheias);
    this.saida.write(`\r${this.titulo} ${barra} ${porcento}`);
  }

  terminar(registros: number): void {
    const segundos = ((performance.now() - this.#desde) / 1000).toLocaleString('pt-BR', {
      maximumFractionDigits: 1,
    });
    const fim = `pronto: ${registros.toLocaleString('pt-BR')} registros em ${segundos} s.`;
    if (this.visivel) this.saida.write(this.saida.isTTY ? `\n${fim}\n` : `${this.titulo}: ${fim}\n`);
  }
}
