import { connect, type Socket } from 'node:net';
import { CommitsNoFio } from './commits-no-fio.js';
import { type CondicaoDaVia, Via } from './via.js';

/** Where a connection is cut at a COMMIT: before the server sees it, or once it has obeyed and before it is heard. */
export type Corte = 'nenhum' | 'antes' | 'depois';

export interface Rede {
  ida(): CondicaoDaVia;
  volta(): CondicaoDaVia;
  /** Asked at each COMMIT. */
  corte(): Corte;
}

/** One connection of a client, carried to the server and back. */
export class Ligacao {
  readonly #servidor: Socket;
  readonly #ida: Via;
  readonly #volta: Via;
  readonly #commits = new CommitsNoFio();
  #cortarNaResposta = false;

  constructor(
    private readonly cliente: Socket,
    destino: { readonly host: string; readonly port: number },
    private readonly rede: Rede,
    aoFim: () => void,
  ) {
    this.#servidor = connect(destino);
    this.#ida = new Via(this.#servidor, () => rede.ida());
    this.#volta = new Via(cliente, () => rede.volta());
    cliente.setNoDelay(true);
    this.#servidor.setNoDelay(true);
    cliente.on('data', (bytes) => this.#doCliente(bytes));
    this.#servidor.on('data', (bytes) => this.#doServidor(bytes));
    cliente.on('error', () => undefined);
    // A server that is not there refuses, and so does this.
    this.#servidor.on('error', () => cliente.resetAndDestroy());
    cliente.on('close', () => this.#ida.enviar(null));
    this.#servidor.on('close', () => {
      this.#volta.enviar(null);
      aoFim();
    });
  }

  escoar(): void {
    this.#ida.escoar();
    this.#volta.escoar();
  }

  /** RST to both sides; what was under way is lost. */
  cortar(): void {
    this.#ida.fechar();
    this.#volta.fechar();
    this.cliente.resetAndDestroy();
    this.#servidor.resetAndDestroy();
  }

  #doCliente(bytes: Buffer): void {
    const corte = this.#commits.ler(bytes) > 0 ? this.rede.corte() : 'nenhum';
    if (corte === 'antes') return this.cortar();
    this.#cortarNaResposta ||= corte === 'depois';
    this.#ida.enviar(bytes);
  }

  #doServidor(bytes: Buffer): void {
    if (this.#cortarNaResposta) return this.cortar();
    this.#volta.enviar(bytes);
  }
}
