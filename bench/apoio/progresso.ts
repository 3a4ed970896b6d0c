const INTERVALO_MS = 1_000;

/** One line that says how far a long step is and when it should end; on what is no terminal, its end alone. */
export class Progresso {
  readonly #inicio = performance.now();
  #ultima = 0;

  constructor(private readonly nome: string) {
    this.#escrever('…');
  }

  mostrar(feito: number, total: number): void {
    const agora = performance.now();
    if (agora - this.#ultima < INTERVALO_MS) return;
    this.#ultima = agora;
    const falta = ((agora - this.#inicio) / feito) * (total - feito);
    const parte = Math.floor((100 * feito) / total);
    this.#escrever(`${parte}% de ${total.toLocaleString('pt-BR')} linhas, faltam ${emSegundos(falta)}`);
  }

  terminar(): void {
    this.#escrever(`pronto em ${emSegundos(performance.now() - this.#inicio)}`, true);
  }

  #escrever(texto: string, fim = false): void {
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${this.nome}: ${texto}${fim ? '\n' : ''}`);
    else if (fim) console.log(`${this.nome}: ${texto}`);
  }
}

const emSegundos = (ms: number): string => `${Math.round(ms / 1000)} s`;
