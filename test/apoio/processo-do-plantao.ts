import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Ambiente } from '../../src/config/ambiente.js';
import { ADMIN } from './banco-de-teste.js';

const PRINCIPAL = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

/** The environment of a process that uses the database of this test, and nothing of this one's. */
export function variaveisDoProcesso({ banco, jwtSegredo }: Ambiente): Record<string, string> {
  const comuns = {
    PATH: process.env.PATH ?? '',
    DADOS_DIR: banco.dadosDir,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_SENHA: ADMIN.senha,
    LOG_LEVEL: 'error',
    DEMO: 'false',
  };
  if (banco.host === null) return comuns;
  return {
    ...comuns,
    DB_HOST: banco.host,
    DB_PORT: String(banco.porta),
    DB_USER: banco.usuario,
    DB_PASSWORD: banco.senha,
    DB_NAME: banco.nome,
    JWT_SECRET: jwtSegredo,
  };
}

/** A real process of the compiled product, which can be killed. */
export class ProcessoDoPlantao {
  #filho: ChildProcess | null = null;
  #token = '';
  /** Everything it has written since it was last started. */
  saida = '';

  private constructor(
    private readonly variaveis: Record<string, string>,
    private readonly porta: number,
  ) {}

  static async preparar(ambiente: Ambiente, extras: Record<string, string> = {}): Promise<ProcessoDoPlantao> {
    const porta = await portaLivre();
    return new ProcessoDoPlantao({ ...variaveisDoProcesso(ambiente), PORT: String(porta), ...extras }, porta);
  }

  /** Starts and waits until it is ready. */
  async ligar(): Promise<void> {
    this.saida = '';
    const filho = spawn(process.execPath, [PRINCIPAL], {
      env: this.variaveis,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    filho.stdout.on('data', (texto: Buffer) => (this.saida += texto.toString()));
    filho.stderr.on('data', (texto: Buffer) => (this.saida += texto.toString()));
    this.#filho = filho;
    for (let tentativa = 0; tentativa < 400; tentativa++) {
      if (filho.exitCode !== null) throw new Error(`the process ended: ${this.saida}`);
      if (await this.#pronto()) return;
      await new Promise((resolver) => setTimeout(resolver, 25));
    }
    throw new Error(`the process did not become ready: ${this.saida}`);
  }

  /** kill -9, and waits for the end. */
  async matar(): Promise<void> {
    await this.#terminar('SIGKILL');
  }

  /** SIGTERM; answers the exit code. */
  async parar(): Promise<number | null> {
    return this.#terminar('SIGTERM');
  }

  async entrar(): Promise<void> {
    const resposta = await this.pedir('POST', '/v1/auth/login', { email: ADMIN.email, senha: ADMIN.senha });
    this.#token = (resposta!.data as { accessToken: string }).accessToken;
  }

  /** The body of a 2xx answer; null when the connection fell (nobody knows what happened) or it was refused. */
  async pedir(metodo: string, caminho: string, corpo?: unknown): Promise<Record<string, unknown> | null> {
    try {
      const resposta = await fetch(`http://127.0.0.1:${this.porta}${caminho}`, {
        method: metodo,
        headers: {
          'content-type': 'application/json',
          ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
        },
        ...(corpo === undefined ? {} : { body: JSON.stringify(corpo) }),
      });
      const texto = await resposta.text();
      if (!resposta.ok) {
        this.recusas.push(`${metodo} ${caminho}: ${resposta.status} ${texto.slice(0, 200)}`);
        return null;
      }
      return JSON.parse(texto || '{}') as Record<string, unknown>;
    } catch {
      return null;
    }
  }

  readonly recusas: string[] = [];

  async #pronto(): Promise<boolean> {
    try {
      return (await fetch(`http://127.0.0.1:${this.porta}/saude/pronta`)).ok;
    } catch {
      return false;
    }
  }

  async #terminar(sinal: NodeJS.Signals): Promise<number | null> {
    const filho = this.#filho;
    this.#filho = null;
    if (!filho || filho.exitCode !== null) return filho?.exitCode ?? null;
    const fim = new Promise<number | null>((resolver) => filho.once('exit', (codigo) => resolver(codigo)));
    filho.kill(sinal);
    return fim;
  }
}

function portaLivre(): Promise<number> {
  return new Promise((resolver, recusar) => {
    const servidor = createServer();
    servidor.once('error', recusar);
    servidor.listen(0, '127.0.0.1', () => {
      const endereco = servidor.address();
      servidor.close(() => resolver(typeof endereco === 'object' && endereco ? endereco.port : 0));
    });
  });
}
