import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Pedido {
  readonly metodo: string;
  readonly caminho: string;
  readonly cabecalhos?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly corpo?: unknown;
  readonly prazoMs?: number;
}

export interface Resposta {
  readonly status: number;
  readonly cabecalhos: IncomingHttpHeaders;
  readonly texto: string;
  /** From the first byte sent to the last one received. */
  readonly ms: number;
}

/** There was no answer: nobody knows whether the request did anything. */
export class SemResposta extends Error {}

const PRAZO_MS = 30_000;

/** HTTP as bare as Node has it, over connections that stay open: what it costs is little and always the same. */
export class ClienteHttp {
  #token: string | undefined;
  readonly #agente: Agent;
  readonly #url: URL;

  constructor(url: string, conexoes = 64) {
    this.#url = new URL(url);
    this.#agente = new Agent({ keepAlive: true, maxSockets: conexoes });
  }

  /** Keeps the token for the requests that follow. Throws when the login is refused. */
  async entrar(credenciais: { email: string; senha: string }): Promise<void> {
    const { data } = await this.obter<{ data: { accessToken: string } }>({
      metodo: 'POST',
      caminho: '/v1/auth/login',
      corpo: credenciais,
    });
    this.#token = data.accessToken;
  }

  /** The answer, whatever its status; throws SemResposta when there is none. */
  pedir({ metodo, caminho, cabecalhos = {}, corpo, prazoMs = PRAZO_MS }: Pedido): Promise<Resposta> {
    const texto = corpo === undefined ? undefined : JSON.stringify(corpo);
    const inicio = performance.now();
    return new Promise((resolver, recusar) => {
      const falhar = (erro: Error): void => recusar(new SemResposta(`${metodo} ${caminho}: ${erro.message}`));
      const pedido = request(
        {
          agent: this.#agente,
          hostname: this.#url.hostname,
          port: this.#url.port,
          method: metodo,
          path: caminho,
          headers: {
            ...(texto === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(texto) }),
            ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }),
            ...cabecalhos,
          },
        },
        (resposta) => {
          const partes: Buffer[] = [];
          resposta.on('data', (parte: Buffer) => partes.push(parte));
          resposta.on('error', falhar);
          resposta.on('end', () =>
            resolver({
              status: resposta.statusCode ?? 0,
              cabecalhos: resposta.headers,
              texto: Buffer.concat(partes).toString(),
              ms: performance.now() - inicio,
            }),
          );
        },
      );
      pedido.setTimeout(prazoMs, () => pedido.destroy(new Error(`sem resposta em ${prazoMs} ms`)));
      pedido.on('error', falhar);
      pedido.end(texto);
    });
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
