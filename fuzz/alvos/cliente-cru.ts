import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import type { Envio } from '../passos/escrever.js';

export interface Resposta {
  /** 0: no answer, and `texto` says why. */
  readonly status: number;
  readonly cabecalhos: IncomingHttpHeaders;
  readonly texto: string;
  readonly ms: number;
}

/** Longer than the unit of work may take (10 s). */
const PRAZO_MS = 20_000;
const GRANDE = 200_000;
const ESPERA_MS = 500;

/** HTTP that sends anything as it is told to, and answers what came, whatever it is. */
export class ClienteCru {
  readonly #agente = new Agent({ keepAlive: true });
  readonly #url: URL;

  constructor(url: string) {
    this.#url = new URL(url);
  }

  enviar({ metodo, caminho, cabecalhos, corpo }: Envio): Promise<Resposta> {
    const inicio = performance.now();
    return new Promise((resolver) => {
      const falhar = (erro: Error): void =>
        resolver({ status: 0, cabecalhos: {}, texto: erro.message, ms: performance.now() - inicio });
      const pedido = request(
        {
          agent: this.#agente,
          hostname: this.#url.hostname,
          port: this.#url.port,
          method: metodo,
          path: caminho,
          headers: {
            ...(corpo === undefined ? {} : { 'content-length': Buffer.byteLength(corpo) }),
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
      pedido.setTimeout(PRAZO_MS, () => pedido.destroy(new Error(`sem resposta em ${PRAZO_MS} ms`)));
      pedido.on('error', falhar);
      if (corpo === undefined || corpo.length < GRANDE) return void pedido.end(corpo);
      // What is too big is refused by its length alone: whoever is still sending would not hear it.
      pedido.flushHeaders();
      const enviar = setTimeout(() => pedido.end(corpo), ESPERA_MS);
      pedido.once('response', () => clearTimeout(enviar));
    });
  }

  /** Writes these bytes to a new connection and answers all that came back until it closed or went quiet. */
  escrever(bytes: string | Buffer, silencioMs: number): Promise<string> {
    return new Promise((resolver) => {
      let texto = '';
      const conexao = connect(Number(this.#url.port), this.#url.hostname, () => conexao.write(bytes));
      const terminar = (): void => {
        conexao.destroy();
        resolver(texto);
      };
      conexao.setTimeout(silencioMs, terminar);
      conexao.on('data', (parte) => (texto += parte.toString('latin1')));
      conexao.on('close', terminar);
      conexao.on('error', terminar);
    });
  }

  encerrar(): void {
    this.#agente.destroy();
  }
}
