import { jest } from '@jest/globals';
import * as nest from '@nestjs/common';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

// The mailer is CommonJS and requires Nest, an ES module, which Jest refuses on this Node: it gets the one already loaded.
jest.mock('@nestjs/common', () => nest);

export interface MensagemRecebida {
  readonly de: string;
  /** Recipients of the envelope: who would have got it, whatever the headers say. */
  readonly para: readonly string[];
  readonly messageId: string;
  readonly assunto: string;
  readonly html: string;
  readonly texto: string;
  readonly cabecalhos: ReadonlyMap<string, unknown>;
  readonly cru: string;
  /** Over TLS. */
  readonly cifrada: boolean;
}

/** How the server treats one message. */
export type Conduta =
  | 'aceitar'
  /** Answers this code to RCPT TO. */
  | { readonly recusar: number }
  /** Takes the message and answers this code to DATA. */
  | { readonly recusarDados: number }
  /** Never answers RCPT TO. */
  | 'travar'
  /** Closes the connection at RCPT TO. */
  | 'cair'
  /** Takes the message and closes the connection instead of saying so. */
  | 'aceitar-e-cair';

/** A real SMTP server in this process that does as it is told and keeps what it accepts. */
export class ServidorSmtp {
  readonly recebidas: MensagemRecebida[] = [];
  /** Every RCPT TO that arrived, accepted or not. */
  readonly tentadas: string[] = [];
  maiorNumeroDeConexoes = 0;
  #roteiro: Conduta[] = [];
  readonly #porEndereco = new Map<string, Conduta>();
  readonly #emCurso = new Map<string, Conduta>();
  readonly #servidor: SMTPServer;

  private constructor(readonly porta: number) {
    this.#servidor = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH'],
      logger: false,
      onConnect: (_sessao, pronto) => {
        this.maiorNumeroDeConexoes = Math.max(this.maiorNumeroDeConexoes, this.#servidor.connections.size);
        pronto();
      },
      onRcptTo: ({ address }, sessao, pronto) => this.#aoDestinatario(address, sessao, pronto),
      onData: (fluxo, sessao, pronto) => void this.#aosDados(fluxo, sessao, pronto),
    });
    this.#servidor.on('error', () => undefined);
  }

  /** Listens on a free port of 127.0.0.1, or on the given one, to come back where another was. */
  static async iniciar(porta = 0): Promise<ServidorSmtp> {
    const livre = porta === 0 ? await portaLivre() : porta;
    const servidor = new ServidorSmtp(livre);
    await new Promise<void>((resolver) => servidor.#servidor.listen(livre, '127.0.0.1', resolver));
    return servidor;
  }

  /** What to do with the next messages, in order; after that, accept. */
  responder(...condutas: Conduta[]): void {
    this.#roteiro.push(...condutas);
  }

  /** What to do with every message to this address. */
  responderA(endereco: string, conduta: Conduta): void {
    this.#porEndereco.set(endereco, conduta);
  }

  /** Closes every connection, those it has been told to hold included. */
  soltar(): void {
    for (const conexao of this.#servidor.connections) derrubar(conexao);
  }

  async parar(): Promise<void> {
    this.soltar();
    await new Promise<void>((resolver) => this.#servidor.close(resolver));
  }

  #aoDestinatario(endereco: string, sessao: SMTPServerSession, pronto: (erro?: Error) => void): void {
    this.tentadas.push(endereco);
    const conduta = this.#porEndereco.get(endereco) ?? this.#roteiro.shift() ?? 'aceitar';
    this.#emCurso.set(sessao.id, conduta);
    if (conduta === 'travar') return;
    if (conduta === 'cair') return this.#cair(sessao);
    pronto(typeof conduta === 'object' && 'recusar' in conduta ? recusa(conduta.recusar) : undefined);
  }

  async #aosDados(
    fluxo: SMTPServerDataStream,
    sessao: SMTPServerSession,
    pronto: (erro?: Error) => void,
  ): Promise<void> {
    const { mailFrom, rcptTo } = sessao.envelope;
    const para = rcptTo.map(({ address }) => address);
    const conduta = this.#emCurso.get(sessao.id);
    const partes: Buffer[] = [];
    for await (const parte of fluxo) partes.push(parte as Buffer);
    if (typeof conduta === 'object' && 'recusarDados' in conduta) return pronto(recusa(conduta.recusarDados));
    const cru = Buffer.concat(partes);
    const lida = await simpleParser(cru);
    this.recebidas.push({
      de: mailFrom === false ? '' : mailFrom.address,
      para,
      messageId: lida.messageId ?? '',
      assunto: lida.subject ?? '',
      html: lida.html === false ? '' : lida.html,
      texto: lida.text ?? '',
      cabecalhos: lida.headers,
      cru: cru.toString('utf8'),
      cifrada: sessao.secure,
    });
    if (conduta === 'aceitar-e-cair') return this.#cair(sessao);
    pronto();
  }

  #cair(sessao: SMTPServerSession): void {
    for (const conexao of this.#servidor.connections)
      if ((conexao as unknown as { session: SMTPServerSession }).session.id === sessao.id) derrubar(conexao);
  }
}

const recusa = (responseCode: number): Error =>
  Object.assign(new Error('refused by the script'), { responseCode });

function derrubar(conexao: unknown): void {
  (conexao as { _socket?: { destroy(): void } })._socket?.destroy();
}

async function portaLivre(): Promise<number> {
  const { createServer } = await import('node:net');
  const sonda = createServer();
  await new Promise<void>((resolver) => sonda.listen(0, '127.0.0.1', resolver));
  const { port } = sonda.address() as { port: number };
  await new Promise((resolver) => sonda.close(resolver));
  return port;
}
