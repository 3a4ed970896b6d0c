import { setTimeout as esperar } from 'node:timers/promises';
import { ADMIN } from '../ferramentas/apoio/base.js';
import { ClienteHttp, type Pedido, type Resposta, SemResposta } from '../ferramentas/apoio/cliente-http.js';
import type { ProcessoDoPlantao } from '../ferramentas/apoio/processo-do-plantao.js';
import type { Achados } from './achados.js';
import type { Diario, Efeito } from './diario.js';
import { desfechoDe, faltasDe, type Desfecho } from './desfecho.js';

export interface Respondido {
  readonly desfecho: Desfecho;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly codigo: string | null;
  readonly dados: Readonly<Record<string, unknown>>;
}

interface Envelope {
  data?: Record<string, unknown>;
  error?: { codigo?: string }[];
}

/** How long a login may take when replicas are being killed. */
const TENTATIVAS_DE_ENTRAR = 60;

/**
 * Those who use the hospital, over every replica. Writes into the diary what was acknowledged and what nobody
 * knows; whatever an answer may never be is a finding at once.
 */
export class Operador {
  readonly #clientes: readonly ClienteHttp[];
  readonly contagem = new Map<Desfecho, number>();

  constructor(
    replicas: readonly ProcessoDoPlantao[],
    private readonly diario: Diario,
    private readonly achados: Achados,
  ) {
    this.#clientes = replicas.map(({ url }) => new ClienteHttp(url));
  }

  /** Logs in at each replica that answers; the token is good at all of them and after restarts. */
  async entrar(): Promise<void> {
    await Promise.all(this.#clientes.map((cliente) => insistir(() => cliente.entrar(ADMIN))));
  }

  /** Sends to the replica given, the first when none is, and classifies the answer. */
  async mandar(pedido: Pedido, efeito?: Efeito, replica = 0): Promise<Respondido> {
    const resposta = await this.#responder(pedido, replica);
    const respondido = ler(resposta);
    this.contagem.set(respondido.desfecho, (this.contagem.get(respondido.desfecho) ?? 0) + 1);
    if (!(resposta instanceof SemResposta))
      for (const falta of faltasDe(resposta))
        this.achados.anotar(falta, `${pedido.metodo} ${pedido.caminho}: ${resposta.texto.slice(0, 200)}`);
    if (efeito) this.#anotar(efeito, respondido);
    return respondido;
  }

  get replicas(): number {
    return this.#clientes.length;
  }

  encerrar(): void {
    for (const cliente of this.#clientes) cliente.encerrar();
  }

  async #responder(pedido: Pedido, replica: number): Promise<Resposta | SemResposta> {
    try {
      return await this.#clientes[replica % this.#clientes.length]!.pedir(pedido);
    } catch (erro) {
      if (erro instanceof SemResposta) return erro;
      throw erro;
    }
  }

  #anotar(efeito: Efeito, { desfecho, dados }: Respondido): void {
    if (desfecho === 'incerto') this.diario.incerto(efeito);
    if (desfecho !== 'feito') return;
    const agregado = efeito.agregado ?? `internacao:${String(dados.id)}`;
    this.diario.feito({ evento: efeito.evento, agregado });
  }
}

function ler(resposta: Resposta | SemResposta): Respondido {
  const desfecho = desfechoDe(resposta);
  if (resposta instanceof SemResposta) return { desfecho, status: 0, codigo: null, dados: {} };
  const { data = {}, error } = corpoDe(resposta.texto);
  return { desfecho, status: resposta.status, codigo: error?.[0]?.codigo ?? null, dados: data };
}

function corpoDe(texto: string): Envelope {
  try {
    return JSON.parse(texto || '{}') as Envelope;
  } catch {
    return {};
  }
}

async function insistir(fazer: () => Promise<void>): Promise<void> {
  for (let vez = 1; ; vez++) {
    try {
      return await fazer();
    } catch (erro) {
      if (vez === TENTATIVAS_DE_ENTRAR) throw erro;
      await esperar(250);
    }
  }
}
