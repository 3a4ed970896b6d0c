import { Agent } from 'node:http';
import { pedirHttp, type RespostaHttp } from './pedir-http.js';

export interface Pedido {
  readonly metodo: string;
  readonly caminho: string;
  readonly cabecalhos?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly corpo?: unknown;
  readonly prazoMs?: number;
}

export type Resposta = RespostaHttp;

interface Credenciais {
  readonly email: string;
  readonly senha: string;
}

/** There was no answer: nobody knows whether the request did anything. */
export class SemResposta extends Error {}

const PRAZO_MS = 30_000;

/** HTTP as bare as Node has it, over connections that stay open: what it costs is little and always the same. */
export class ClienteHttp {
  #token: string | undefined;
  #credenciais: Credenciais | undefined;
  #entrada: Promise<void> | undefined;
  readonly #agente: Agent;
  readonly #url: URL;

  constructor(url: string, conexoes = 64) {
    this.#url = new URL(url);
    this.#agente = new Agent({ keepAlive: true, maxSockets: conexoes });
  }

  /** Keeps the token for the requests that follow. Throws when the login is refused. */
  async entrar(credenciais: Credenciais): Promise<void> {
    const caminho = '/v1/auth/login';
    const { status, texto } = await this.#pedir({ metodo: 'POST', caminho, corpo: credenciais });
    if (status !== 200) throw new Error(`POST ${caminho}: ${status} ${texto.slice(0, 300)}`);
    this.#token = (JSON.parse(texto) as { data: { accessToken: string } }).data.accessToken;
    this.#credenciais = credenciais;
  }

  /**
   * The answer, whatever its status; throws SemResposta when there is none. A token that has ended (ten minutes, or a
   * clock that was moved) is changed for another, and the request, of which nothing was done, sent again.
   */
  async pedir(pedido: Pedido): Promise<Resposta> {
    const token = this.#token;
    const resposta = await this.#pedir(pedido);
    if (resposta.status !== 401 || this.#credenciais === undefined) return resposta;
    if (this.#token === token) await this.#entrarDeNovo(this.#credenciais);
    return this.#pedir(pedido);
  }

  /** Once for all the requests that were refused together. */
  #entrarDeNovo(credenciais: Credenciais): Promise<void> {
    return (this.#entrada ??= this.entrar(credenciais)
      .catch((erro: unknown) => {
        throw new SemResposta(`the login was not renewed: ${(erro as Error).message}`);
      })
      .finally(() => (this.#entrada = undefined)));
  }

  async #pedir({ metodo, caminho, cabecalhos = {}, corpo, prazoMs = PRAZO_MS }: Pedido): Promise<Resposta> {
    const dele = {
      ...(corpo === undefined ? {} : { 'content-type': 'application/json' }),
      ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }),
      ...cabecalhos,
    };
    const texto = corpo === undefined ? {} : { corpo: JSON.stringify(corpo) };
    try {
      return await pedirHttp(this.#agente, this.#url, {
        metodo,
        caminho,
        cabecalhos: dele,
        ...texto,
        prazoMs,
      });
    } catch (erro) {
      throw new SemResposta(`${metodo} ${caminho}: ${(erro as Error).message}`);
    }
  }

  /** The body of a 2xx answer; throws, with the refusal, on any other. */
  async obter<T>(pedido: Pedido): Promise<T> {
    const { status, texto } = await this.pedir(pedido);
    if (status < 200 || status > 299)
      throw new Error(`${pedido.metodo} ${pedido.caminho}: ${status} ${texto.slice(0, 300)}`);
    return JSON.parse(texto || '{}') as T;
  }

  /** Creates a record and answers its id. */
  async criar(caminho: string, corpo: unknown): Promise<number> {
    return (await this.obter<{ data: { id: number } }>({ metodo: 'POST', caminho, corpo })).data.id;
  }

  encerrar(): void {
    this.#agente.destroy();
  }
}
