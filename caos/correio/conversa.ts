import type { Socket } from 'node:net';
import { setTimeout as esperar } from 'node:timers/promises';
import { ACEITAR, type Conduta, type Etapa } from './conduta.js';

/** The server to which a conversation belongs. */
export interface Anfitriao {
  condutaDaConexao(): Conduta;
  condutaDaMensagem(): Conduta;
  /** A bad conduct has just been shown. */
  cometida(conduta: Conduta): void;
  /** The message is kept from now on; the answer says when the sender has been told. */
  aceitar(mensagem: string): { avisada: boolean };
}

const FIM_DO_CORPO = '\r\n.\r\n';

/** One connection of a sender: as much SMTP as a sender needs (RFC 5321), and as bad as it is told. */
export class Conversa {
  #conduta: Conduta;
  #lido = '';
  #noCorpo = false;
  /** Until the sender may speak, or while it waits for an answer about a message. */
  #ocupada = true;

  constructor(
    private readonly socket: Socket,
    private readonly anfitriao: Anfitriao,
  ) {
    this.#conduta = anfitriao.condutaDaConexao();
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => this.#ler(bytes.toString('latin1')));
    this.#responder('saudacao', '220 caos ESMTP');
    this.#ocupada = this.#conduta.tipo === 'travar';
  }

  get ocupada(): boolean {
    return this.#ocupada;
  }

  #ler(texto: string): void {
    if (this.#conduta.tipo === 'cair-no-meio' && this.#noCorpo)
      return this.#cometer(() => this.socket.destroy());
    this.#lido += texto;
    if (this.#noCorpo) return this.#lerCorpo();
    for (let fim = this.#lido.indexOf('\r\n'); fim >= 0 && !this.#noCorpo; fim = this.#lido.indexOf('\r\n')) {
      const linha = this.#lido.slice(0, fim);
      this.#lido = this.#lido.slice(fim + 2);
      this.#obedecer(linha.toUpperCase());
    }
  }

  #obedecer(linha: string): void {
    const [verbo = ''] = linha.split(' ');
    if (verbo === 'EHLO') return this.#apresentar();
    if (verbo === 'STARTTLS') return this.#quebrarCifra();
    if (verbo === 'MAIL') {
      this.#ocupada = true;
      this.#conduta = this.anfitriao.condutaDaMensagem();
      this.#responder('mail', '250 ok');
    } else if (verbo === 'RCPT') this.#responder('rcpt', '250 ok');
    else if (verbo === 'DATA') this.#noCorpo = this.#responder('data', '354 go on');
    else {
      this.#ocupada = false;
      if (verbo === 'QUIT') this.socket.end('221 bye\r\n');
      else this.#dizer('250 ok');
    }
  }

  #apresentar(): void {
    this.#dizer(this.#conduta.tipo === 'cifra-quebrada' ? '250-caos\r\n250 STARTTLS' : '250 caos');
  }

  #quebrarCifra(): void {
    this.#cometer(() => this.#dizer('220 go on'));
    this.socket.removeAllListeners('data');
    this.socket.once('data', () => this.socket.end('500 what?\r\n'));
  }

  #lerCorpo(): void {
    const fim = this.#lido.indexOf(FIM_DO_CORPO);
    if (fim < 0) return;
    const mensagem = this.#lido.slice(0, fim);
    this.#lido = this.#lido.slice(fim + FIM_DO_CORPO.length);
    this.#noCorpo = false;
    const { tipo } = this.#conduta;
    if (tipo === 'aceitar-e-cair' || tipo === 'aceitar-e-travar') {
      this.anfitriao.aceitar(mensagem);
      return this.#cometer(() => tipo === 'aceitar-e-cair' && this.socket.destroy());
    }
    if (this.#desviar('corpo')) return;
    void this.#avisar(this.anfitriao.aceitar(mensagem));
  }

  async #avisar(aceita: { avisada: boolean }): Promise<void> {
    const resposta = '250 kept\r\n';
    if (this.#conduta.tipo === 'gotejar') {
      const { msPorLetra } = this.#conduta;
      this.#cometer(() => undefined);
      // The wait comes before: after the last letter the other may close at once, and has been told all the same.
      for (const letra of resposta) {
        await esperar(msPorLetra);
        this.socket.write(letra);
      }
    } else this.socket.write(resposta);
    aceita.avisada = !this.socket.destroyed;
    this.#livrar();
  }

  /** Answers as a good server does, unless the script has it otherwise; whether it did. */
  #responder(etapa: Etapa, resposta: string): boolean {
    if (this.#desviar(etapa)) return false;
    this.#dizer(resposta);
    return true;
  }

  /** Does what the script has for this stage; false when it has nothing. */
  #desviar(etapa: Etapa): boolean {
    const conduta = this.#conduta;
    if (!('etapa' in conduta) || conduta.etapa !== etapa) return false;
    this.#cometer(() => {
      if (conduta.tipo === 'cair') this.socket.destroy();
      if (conduta.tipo !== 'responder') return;
      this.#dizer(`${conduta.codigo} the script says so`);
      if (conduta.codigo === 421) this.socket.end();
      this.#livrar();
    });
    return true;
  }

  #cometer(fazer: () => unknown): void {
    this.anfitriao.cometida(this.#conduta);
    fazer();
  }

  #livrar(): void {
    this.#conduta = ACEITAR;
    this.#ocupada = false;
  }

  #dizer(texto: string): void {
    if (this.socket.writable) this.socket.write(`${texto}\r\n`);
  }
}
