import { connect, type Socket } from 'node:net';

const CABECALHO = /\r\ncontent-length: *(\d+)/i;
const FIM_DO_CABECALHO = Buffer.from('\r\n\r\n');

export interface Resposta {
  readonly status: number;
  readonly corpo: string;
}

/**
 * One HTTP/1.1 connection that stays open, with one request at a time. Its own few lines over a socket, because
 * node:http as a client costs as much as the floor as a server, and would measure itself. Reads only what these
 * servers send: answers with `Content-Length`.
 */
export class Conexao {
  readonly #soquete: Socket;
  #recebido: Buffer = Buffer.alloc(0);
  #resolver: ((resposta: Resposta) => void) | null = null;
  #recusar: ((erro: Error) => void) | null = null;

  constructor(porta: number) {
    this.#soquete = connect({ port: porta, host: '127.0.0.1', noDelay: true });
    this.#soquete.on('data', (pedaco) => this.#receber(pedaco));
    this.#soquete.on('error', (erro) => this.#recusar?.(erro));
    this.#soquete.on('close', () => this.#recusar?.(new Error('a conexão fechou sem resposta')));
  }

  /** Sends a whole request, already written; rejects when the connection is lost. */
  pedir(bytes: Buffer): Promise<Resposta> {
    return new Promise((resolver, recusar) => {
      this.#resolver = resolver;
      this.#recusar = recusar;
      this.#soquete.write(bytes);
    });
  }

  fechar(): void {
    this.#recusar = null;
    this.#soquete.destroy();
  }

  #receber(pedaco: Buffer): void {
    this.#recebido = this.#recebido.length === 0 ? pedaco : Buffer.concat([this.#recebido, pedaco]);
    const fim = this.#recebido.indexOf(FIM_DO_CABECALHO);
    if (fim < 0) return;
    const cabecalho = this.#recebido.toString('latin1', 0, fim);
    const corpo = fim + FIM_DO_CABECALHO.length;
    const total = corpo + Number(CABECALHO.exec(cabecalho)?.[1] ?? 0);
    if (this.#recebido.length < total) return;
    const resposta = {
      status: Number(cabecalho.slice(9, 12)),
      corpo: this.#recebido.toString('utf8', corpo, total),
    };
    this.#recebido = this.#recebido.subarray(total);
    const resolver = this.#resolver;
    this.#resolver = this.#recusar = null;
    resolver?.(resposta);
  }
}

/** A request as it goes over the wire. */
export function escreverPedido(
  { metodo, caminho, corpo }: { metodo: string; caminho: string; corpo?: string },
  token: string,
): Buffer {
  const linhas = [
    `${metodo} ${caminho} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
    ...(corpo === undefined
      ? []
      : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(corpo)}`]),
  ];
  return Buffer.from(`${linhas.join('\r\n')}\r\n\r\n${corpo ?? ''}`);
}
