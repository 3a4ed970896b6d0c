import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { RAIZ } from '#scripts/preparar.mjs';

const PRINCIPAL = join(RAIZ, 'dist/src/main.js');
const PRAZO_DE_PARTIDA_MS = 60_000;
/** The end of what it wrote, for whoever has to understand a failure. */
const SAIDA_GUARDADA = 20_000;

export interface OpcoesDoProcesso {
  /** The whole environment of the process: nothing of this one's passes on. */
  readonly variaveis: Readonly<Record<string, string>>;
  /** What to start in the place of the product: a copy with faults in it, see `ferramentas/defeitos`. */
  readonly principal?: string;
}

/** The compiled product in a process of its own, which may be started, stopped, killed and frozen again and again. */
export class ProcessoDoPlantao {
  #filho: ChildProcess | null = null;
  #saida = '';

  constructor(
    /** Where it listens at every start; see `portaLivre`. */
    readonly porta: number,
    private readonly opcoes: OpcoesDoProcesso,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.porta}`;
  }

  get pid(): number | undefined {
    return this.#filho?.pid;
  }

  /** The end of what it has written since it was last started. */
  get saida(): string {
    return this.#saida;
  }

  get vivo(): boolean {
    return this.#filho !== null && this.#filho.exitCode === null && this.#filho.signalCode === null;
  }

  /** Starts and waits until it is ready; throws, with what it wrote, when it ends before or takes too long. */
  async ligar(): Promise<void> {
    this.#saida = '';
    const { variaveis, principal = PRINCIPAL } = this.opcoes;
    const filho = spawn(process.execPath, [principal], {
      env: { PATH: process.env.PATH ?? '', ...variaveis, PORT: String(this.porta) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const anotar = (texto: Buffer): void => {
      this.#saida = (this.#saida + texto.toString()).slice(-SAIDA_GUARDADA);
    };
    filho.stdout.on('data', anotar);
    filho.stderr.on('data', anotar);
    this.#filho = filho;
    const limite = performance.now() + PRAZO_DE_PARTIDA_MS;
    while (performance.now() < limite) {
      if (!this.vivo) throw new Error(`the process ended: ${this.#saida}`);
      if (await this.#pronto()) return;
      await new Promise((resolver) => setTimeout(resolver, 25));
    }
    throw new Error(`the process did not become ready: ${this.#saida}`);
  }

  /** kill -9, and waits for the end. */
  async matar(): Promise<void> {
    await this.#terminar('SIGKILL');
  }

  /** SIGTERM; answers the exit code. */
  async parar(): Promise<number | null> {
    return this.#terminar('SIGTERM');
  }

  /** Freezes it: its connections stay open and nothing moves, until `descongelar()`. */
  congelar(): void {
    this.#filho?.kill('SIGSTOP');
  }

  descongelar(): void {
    this.#filho?.kill('SIGCONT');
  }

  async #pronto(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/saude/pronta`, { signal: AbortSignal.timeout(2_000) })).ok;
    } catch {
      return false;
    }
  }

  async #terminar(sinal: NodeJS.Signals): Promise<number | null> {
    const filho = this.#filho;
    const vivo = this.vivo;
    this.#filho = null;
    if (!filho || !vivo) return filho?.exitCode ?? null;
    const fim = new Promise<number | null>((resolver) => filho.once('exit', (codigo) => resolver(codigo)));
    filho.kill(sinal);
    return fim;
  }
}

/** A port of 127.0.0.1 that nobody listened on a moment ago. */
export function portaLivre(): Promise<number> {
  return new Promise((resolver, recusar) => {
    const servidor = createServer();
    servidor.once('error', recusar);
    servidor.listen(0, '127.0.0.1', () => {
      const endereco = servidor.address();
      servidor.close(() => resolver(typeof endereco === 'object' && endereco ? endereco.port : 0));
    });
  });
}
