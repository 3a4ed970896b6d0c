import { createServer, type Server, type Socket } from 'node:net';
import type { Contagem } from '../contagem.js';
import { type Conduta, especieDa, Roteiro } from './conduta.js';
import { type Anfitriao, Conversa } from './conversa.js';

/** A message that the server took, and answers for. */
export interface Aceita {
  readonly messageId: string;
  /** By the machine's clock, in milliseconds. */
  readonly em: number;
  /** The sender was told: it may not send it again. */
  avisada: boolean;
}

/** A mail server on a port of 127.0.0.1 that follows a script of bad manners and keeps what it accepts. */
export class ServidorHostil implements Anfitriao {
  readonly aceitas: Aceita[] = [];
  mensagens = new Roteiro();
  conexoes = new Roteiro();
  /** Messages begun. */
  tentadas = 0;
  readonly #conversas = new Map<Socket, Conversa>();
  #servidor: Server | null = null;
  #porta = 0;

  private constructor(
    /** What it did to those who came. */
    private readonly cometidas: Contagem,
  ) {}

  static async abrir(cometidas: Contagem): Promise<ServidorHostil> {
    const servidor = new ServidorHostil(cometidas);
    await servidor.voltar();
    return servidor;
  }

  get porta(): number {
    return this.#porta;
  }

  /** Somebody is waiting for an answer of this server. */
  get ocupado(): boolean {
    return [...this.#conversas.values()].some(({ ocupada }) => ocupada);
  }

  /** Goes away: connections end and new ones are refused. */
  async sair(): Promise<void> {
    const servidor = this.#servidor;
    this.#servidor = null;
    if (!servidor) return;
    const fim = new Promise((resolver) => servidor.close(resolver));
    for (const socket of this.#conversas.keys()) socket.destroy();
    await fim;
  }

  /** Listens, on the port it had. */
  async voltar(): Promise<void> {
    const servidor = createServer((socket) => {
      socket.on('close', () => this.#conversas.delete(socket));
      this.#conversas.set(socket, new Conversa(socket, this));
    });
    await new Promise<void>((resolver, recusar) => {
      servidor.once('error', recusar);
      servidor.listen(this.#porta, '127.0.0.1', resolver);
    });
    const endereco = servidor.address();
    if (typeof endereco === 'object' && endereco) this.#porta = endereco.port;
    this.#servidor = servidor;
  }

  condutaDaConexao(): Conduta {
    return this.conexoes.proxima();
  }

  condutaDaMensagem(): Conduta {
    this.tentadas += 1;
    return this.mensagens.proxima();
  }

  cometida(conduta: Conduta): void {
    this.cometidas.somar(especieDa(conduta));
  }

  aceitar(mensagem: string): Aceita {
    const messageId = /^message-id:\s*(<[^>]+>)/im.exec(mensagem)?.[1] ?? '';
    const aceita = { messageId, em: Date.now(), avisada: false };
    this.aceitas.push(aceita);
    return aceita;
  }
}
