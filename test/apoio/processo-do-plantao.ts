import {
  portaLivre,
  ProcessoDoPlantao as ProcessoDaFerramenta,
} from '../../ferramentas/apoio/processo-do-plantao.js';
import type { Ambiente } from '../../src/config/ambiente.js';
import { ADMIN } from './banco-de-teste.js';

/** The environment of a process that uses the database of this test, and nothing of this one's. */
export function variaveisDoProcesso({ banco, jwtSegredo }: Ambiente): Record<string, string> {
  const comuns = {
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

/** A real process of the compiled product on the database of a test, and who speaks with it. */
export class ProcessoDoPlantao extends ProcessoDaFerramenta {
  #token = '';

  static async preparar(ambiente: Ambiente, extras: Record<string, string> = {}): Promise<ProcessoDoPlantao> {
    const variaveis = { ...variaveisDoProcesso(ambiente), ...extras };
    return new ProcessoDoPlantao(await portaLivre(), { variaveis });
  }

  async entrar(): Promise<void> {
    const resposta = await this.pedir('POST', '/v1/auth/login', { email: ADMIN.email, senha: ADMIN.senha });
    this.#token = (resposta!.data as { accessToken: string }).accessToken;
  }

  /** The body of a 2xx answer; null when the connection fell (nobody knows what happened) or it was refused. */
  async pedir(metodo: string, caminho: string, corpo?: unknown): Promise<Record<string, unknown> | null> {
    try {
      const resposta = await fetch(`${this.url}${caminho}`, {
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
}
