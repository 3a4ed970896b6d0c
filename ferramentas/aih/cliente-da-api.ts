import { motivoDaRede } from '../motivo-da-rede.js';
import { randomUUID } from 'node:crypto';
import { setTimeout as esperar } from 'node:timers/promises';
import { ErroDeUso } from './erro-de-uso.js';
import { lerFalha } from './falha-da-api.js';

const PRAZO_MS = 30_000;
const TENTATIVAS = 6;
const MAXIMO_DE_ESPERA_S = 10;
/** The server asks to come back later. */
const ESPERAVEIS = [429, 503];

interface Pedido {
  metodo: 'GET' | 'POST';
  rota: string;
  corpo?: object;
  chave?: string;
}

/**
 * The API as this tool needs it, over plain fetch: unwraps `{data}`, turns `{error}` into `FalhaDaApi`,
 * logs in again on 401 and waits on 429 and 503 as `Retry-After` says. Every POST carries one
 * Idempotency-Key for all its tries, so that a repetition cannot act twice.
 */
export class ClienteDaApi {
  #acesso: Promise<string> | undefined;

  constructor(
    private readonly url: string,
    private readonly credenciais: { email: string; senha: string },
  ) {}

  async get<T>(rota: string): Promise<T> {
    return (await this.#enviar<{ data: T }>({ metodo: 'GET', rota })).data;
  }

  /** Every item of a list, page after page. */
  async listar<T>(rota: string): Promise<T[]> {
    const itens: T[] = [];
    let cursor: string | null = null;
    do {
      const pagina: Pagina<T> = await this.#enviar({
        metodo: 'GET',
        rota: `${rota}&limite=100${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      });
      itens.push(...pagina.data);
      cursor = pagina.meta.proximoCursor;
    } while (cursor !== null);
    return itens;
  }

  async post<T>(rota: string, corpo: object): Promise<T> {
    const pedido: Pedido = { metodo: 'POST', rota, corpo, chave: randomUUID() };
    return (await this.#enviar<{ data: T }>(pedido)).data;
  }

  async #enviar<T>(pedido: Pedido): Promise<T> {
    let entrouDeNovo = false;
    for (let tentativa = 1; ; tentativa++) {
      const acesso = (this.#acesso ??= this.#entrar());
      const resposta = await this.#buscar(pedido, await acesso);
      if (resposta.ok) return this.#lerJson<T>(resposta.texto);
      if (resposta.status === 401 && !entrouDeNovo) {
        entrouDeNovo = true;
        // Another request may have renewed it already.
        if (this.#acesso === acesso) this.#acesso = undefined;
      } else if (tentativa < TENTATIVAS && ESPERAVEIS.includes(resposta.status)) {
        await esperar(resposta.esperarMs);
      } else {
        throw lerFalha(pedido, resposta);
      }
    }
  }

  async #entrar(): Promise<string> {
    // The options of the command line come here whole; the API refuses fields that it does not know.
    const { email, senha } = this.credenciais;
    const pedido: Pedido = { metodo: 'POST', rota: '/v1/auth/login', corpo: { email, senha } };
    const resposta = await this.#buscar(pedido);
    if (!resposta.ok) throw lerFalha(pedido, resposta);
    return this.#lerJson<{ data: { accessToken: string } }>(resposta.texto).data.accessToken;
  }

  #lerJson<T>(texto: string): T {
    try {
      return JSON.parse(texto === '' ? '{}' : texto) as T;
    } catch {
      throw new ErroDeUso(`O que responde em ${this.url} não é a API: ${texto.slice(0, 80)}`);
    }
  }

  async #buscar({ metodo, rota, corpo, chave }: Pedido, acesso?: string): Promise<Resposta> {
    try {
      const resposta = await fetch(this.url + rota, {
        method: metodo,
        headers: {
          accept: 'application/json',
          ...(corpo === undefined ? {} : { 'content-type': 'application/json' }),
          ...(acesso === undefined ? {} : { authorization: `Bearer ${acesso}` }),
          ...(chave === undefined ? {} : { 'idempotency-key': chave }),
        },
        ...(corpo === undefined ? {} : { body: JSON.stringify(corpo) }),
        signal: AbortSignal.timeout(PRAZO_MS),
      });
      const segundos = Number(resposta.headers.get('retry-after') ?? 1);
      return {
        ok: resposta.ok,
        status: resposta.status,
        esperarMs: Math.min(Number.isFinite(segundos) ? segundos : 1, MAXIMO_DE_ESPERA_S) * 1000,
        texto: await resposta.text(),
      };
    } catch (erro) {
      throw new ErroDeUso(
        `Não consegui falar com ${this.url} (${motivoDaRede(erro, PRAZO_MS)}). O servidor está no ar? (npm start)`,
      );
    }
  }
}

interface Resposta {
  ok: boolean;
  status: number;
  esperarMs: number;
  texto: string;
}

interface Pagina<T> {
  data: T[];
  meta: { proximoCursor: string | null };
}
