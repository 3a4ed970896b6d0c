import { ErroDeUso } from '../aih/erro-de-uso.js';
import { motivoDaRede } from '../motivo-da-rede.js';
import type { Json } from './passo.js';

const PRAZO_MS = 30_000;

export interface Pedido {
  readonly metodo: string;
  readonly caminho: string;
  readonly cabecalhos?: Readonly<Record<string, string>>;
  readonly corpo?: Json | undefined;
}

export interface Resposta {
  readonly status: number;
  readonly cabecalhos: Headers;
  readonly texto: string;
  /** The whole body, when it is JSON. */
  readonly corpo: Json | undefined;
  /** `data` of the envelope. */
  readonly data: Json | undefined;
  readonly ms: number;
}

/** What `fetch` does, as far as it is needed here. */
export type Buscar = (url: string, opcoes: RequestInit) => Promise<Response>;

/** There was no answer at all. */
export class ServidorMudo extends ErroDeUso {}

/** Plain HTTP: each request once, each answer as it came, with the time it took. */
export class Cliente {
  constructor(
    readonly api: string,
    private readonly buscar: Buscar,
  ) {}

  async pedir({ metodo, caminho, cabecalhos = {}, corpo }: Pedido): Promise<Resposta> {
    const inicio = performance.now();
    try {
      const resposta = await this.buscar(this.api + caminho, {
        method: metodo,
        headers: { ...(corpo === undefined ? {} : { 'content-type': 'application/json' }), ...cabecalhos },
        ...(corpo === undefined ? {} : { body: JSON.stringify(corpo) }),
        signal: AbortSignal.timeout(PRAZO_MS),
      });
      const texto = await resposta.text();
      const ms = performance.now() - inicio;
      const lido = lerJson(texto);
      return { status: resposta.status, cabecalhos: resposta.headers, texto, ...lido, ms };
    } catch (erro) {
      throw new ServidorMudo(`Não consegui falar com ${this.api} (${motivoDaRede(erro, PRAZO_MS)}).`);
    }
  }
}

function lerJson(texto: string): Pick<Resposta, 'corpo' | 'data'> {
  try {
    const corpo = JSON.parse(texto) as Json;
    return { corpo, data: (corpo as { data?: Json } | null)?.data };
  } catch {
    return { corpo: undefined, data: undefined };
  }
}
