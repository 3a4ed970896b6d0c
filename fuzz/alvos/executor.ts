import { escrever, type Envio } from '../passos/escrever.js';
import type { Passo, Referencia } from '../passos/passo.js';
import { Acessos } from './acessos.js';
import type { Alvo } from './alvo.js';
import { ClienteCru, type Resposta } from './cliente-cru.js';
import { Fotografo, houveVez, type Retrato } from './retrato.js';
import { esperarSossego } from './sossego.js';

/** One step as it went on one server. */
export interface Execucao {
  readonly passo: Passo;
  readonly envio: Envio;
  readonly resposta: Resposta;
  /** The body, when it is JSON. */
  readonly json: unknown;
  readonly antes: Retrato;
  readonly depois: Retrato;
}

/** Answers longer than this are not remembered: nothing refers to them. */
const MAIOR_LEMBRANCA = 65_536;

/** Moves the clock of the product: the tokens given until then may have ended. */
export const AVANCO_DO_RELOGIO = 'POST /v1/relogio/avancar';
/** Whoever does this may have ended the session they did it in. */
const FIM_DE_SESSAO = /^(POST|PATCH|DELETE) \/v1\/auth\/(logout|eu\/)/;

/** Carries out steps on one server, one at a time, and remembers what later ones refer to. */
export class Executor {
  readonly acessos: Acessos;
  readonly cliente: ClienteCru;
  readonly #respostas = new Map<number, Pick<Resposta, 'status' | 'cabecalhos' | 'texto'>>();
  #retrato: Retrato = {};

  private constructor(
    readonly alvo: Alvo,
    private readonly fotografo: Fotografo,
    private readonly pausas: Readonly<Record<string, number>>,
  ) {
    this.cliente = new ClienteCru(alvo.url);
    this.acessos = new Acessos(alvo, this.cliente);
  }

  /** `pausas`: how long to wait after a success of an operation that sets off what cannot be waited for, in ms. */
  static async sobre(alvo: Alvo, pausas: Readonly<Record<string, number>>): Promise<Executor> {
    const executor = new Executor(alvo, await Fotografo.de(alvo), pausas);
    await executor.acessos.preparar();
    executor.#retrato = await executor.fotografo.fotografar();
    return executor;
  }

  async executar(passo: Passo): Promise<Execucao> {
    const { entradas } = this.acessos;
    const envio = await this.#autorizado(passo);
    // What entering wrote is not of this request.
    if (this.acessos.entradas !== entradas) {
      this.fotografo.esquecer();
      this.#retrato = await this.fotografo.fotografar();
    }
    const resposta = await this.cliente.enviar(envio);
    const { status, cabecalhos, texto } = resposta;
    if (passo.metodo !== 'GET' && status >= 200 && status < 300) {
      const pausa = this.pausas[passo.operacao];
      if (pausa !== undefined) await new Promise((resolver) => setTimeout(resolver, pausa));
      await esperarSossego(this.alvo);
      // Only these end a good token: any other 401 to one is the product's fault, and stands.
      if (passo.operacao === AVANCO_DO_RELOGIO || FIM_DE_SESSAO.test(passo.operacao)) this.acessos.esquecer();
    }
    if (status < 400 && texto.length < MAIOR_LEMBRANCA)
      this.#respostas.set(passo.numero, { status, cabecalhos, texto });
    const antes = this.#retrato;
    this.#retrato = await this.fotografo.fotografar();
    if (houveVez(antes, this.#retrato)) {
      // What the turn set off is not to be charged to the next request.
      await esperarSossego(this.alvo);
      this.#retrato = await this.fotografo.fotografar();
    }
    return { passo, envio, resposta, json: lerJson(resposta), antes, depois: this.#retrato };
  }

  /** Changes the server behind its back, and takes what it finds then for granted. */
  async preparar(fazer: (alvo: Alvo) => Promise<void>): Promise<void> {
    await esperarSossego(this.alvo);
    await fazer(this.alvo);
    this.fotografo.esquecer();
    this.#retrato = await this.fotografo.fotografar();
  }

  /** One step of a sequence: nobody is kept out of the next because of it. */
  async seguir(passo: Passo): Promise<Execucao> {
    const execucao = await this.executar(passo);
    if (passo.metodo !== 'GET' && passo.operacao.includes('/auth/')) await this.acessos.perdoar();
    return execucao;
  }

  /** What a reference means on this server. */
  lembrar = ({ $de, $onde }: Referencia): string | number | undefined => {
    const resposta = this.#respostas.get($de);
    if (!resposta) return undefined;
    if (!$onde.startsWith('/')) return resposta.cabecalhos[$onde]?.toString();
    const valor = $onde
      .slice(1)
      .split('/')
      .reduce<unknown>(
        (dentro, passo) => (dentro as Record<string, unknown> | null)?.[passo],
        lerJson(resposta),
      );
    return typeof valor === 'number' || typeof valor === 'string' ? valor : undefined;
  };

  encerrar(): void {
    this.cliente.encerrar();
  }

  async #autorizado(passo: Passo): Promise<Envio> {
    const envio = escrever(passo, this.lembrar);
    const cabecalhos = { ...(await this.acessos.autorizacao(passo.quem)), ...envio.cabecalhos };
    return { ...envio, cabecalhos };
  }
}

function lerJson({ texto }: Pick<Resposta, 'texto'>): unknown {
  try {
    return JSON.parse(texto);
  } catch {
    return undefined;
  }
}
