import { Agent } from 'node:http';
import { connect } from 'node:net';
import { pedirHttp, type RespostaHttp } from '../../ferramentas/apoio/pedir-http.js';
import type { Envio } from '../passos/escrever.js';

/** `status` 0: no answer, and `texto` says why. */
export type Resposta = RespostaHttp;

/** Longer than the unit of work may take (10 s). */
const PRAZO_MS = 20_000;

/** HTTP that sends anything as it is told to, and answers what came, whatever it is. */
export class ClienteCru {
  readonly #agente = new Agent({ keepAlive: true });
  readonly #url: URL;

  constructor(url: string) {
    this.#url = new URL(url);
  }

  async enviar({ metodo, caminho, cabecalhos, corpo }: Envio): Promise<Resposta> {
    const inicio = performance.now();
    const conteudo = corpo === undefined ? {} : { corpo };
    try {
      return await pedirHttp(this.#agente, this.#url, {
        metodo,
        caminho,
        cabecalhos,
        ...conteudo,
        prazoMs: PRAZO_MS,
      });
    } catch (erro) {
      return { status: 0, cabecalhos: {}, texto: (erro as Error).message, ms: performance.now() - inicio };
    }
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
