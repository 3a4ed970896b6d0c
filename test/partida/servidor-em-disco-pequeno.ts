import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { once } from 'node:events';
import { ADMIN } from '../apoio/banco-de-teste.js';
import { ambienteLimpo, PRINCIPAL } from './processo.js';

interface Resposta {
  readonly status: number;
  readonly corpo: { data?: unknown; error?: { codigo: string }[] };
}

/** The compiled product, serving from a disk that only it sees and that can be filled up. */
export class ServidorEmDiscoPequeno {
  #token = '';

  private constructor(
    private readonly processo: ChildProcess,
    private readonly base: string,
    private readonly enchimento: string,
  ) {}

  /** `prefixo` mounts the disk on `pasta` before Node runs, in the same process. */
  static async ligar(prefixo: readonly string[], pasta: string): Promise<ServidorEmDiscoPequeno> {
    const [programa, ...argumentos] = prefixo;
    const processo = spawn(programa!, [...argumentos, process.execPath, PRINCIPAL], {
      env: ambienteLimpo({
        DADOS_DIR: pasta,
        PORT: '0',
        ADMIN_EMAIL: ADMIN.email,
        ADMIN_SENHA: ADMIN.senha,
      }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let saida = '';
    for await (const texto of processo.stdout as AsyncIterable<Buffer>) {
      saida += texto.toString();
      const [, base] = /API: +(\S+)/.exec(saida) ?? [];
      if (base !== undefined)
        return new ServidorEmDiscoPequeno(processo, base, `/proc/${processo.pid}/root${pasta}/enchimento`);
    }
    throw new Error(`the process ended: ${saida}`);
  }

  async entrar(): Promise<void> {
    const { corpo } = await this.pedir('POST', '/auth/login', { email: ADMIN.email, senha: ADMIN.senha });
    this.#token = (corpo.data as { accessToken: string }).accessToken;
  }

  async pedir(metodo: string, caminho: string, corpo?: object): Promise<Resposta> {
    const resposta = await fetch(`${this.base}${caminho}`, {
      method: metodo,
      headers: {
        'content-type': 'application/json',
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
      },
      ...(corpo ? { body: JSON.stringify(corpo) } : {}),
    });
    return { status: resposta.status, corpo: (await resposta.json()) as Resposta['corpo'] };
  }

  /** Leaves not one byte free. */
  encher(): void {
    const arquivo = openSync(this.enchimento, 'w');
    try {
      for (const tamanho of [65_536, 4_096, 1]) escreverAteCaber(arquivo, Buffer.alloc(tamanho));
    } finally {
      closeSync(arquivo);
    }
  }

  esvaziar(): void {
    rmSync(this.enchimento);
  }

  async desligar(): Promise<void> {
    const fim = once(this.processo, 'exit');
    this.processo.kill('SIGKILL');
    await fim;
  }
}

function escreverAteCaber(arquivo: number, bloco: Buffer): void {
  try {
    for (;;) writeSync(arquivo, bloco);
  } catch (erro) {
    if ((erro as { code?: unknown }).code !== 'ENOSPC') throw erro;
  }
}
