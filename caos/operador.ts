import { setTimeout as esperar } from 'node:timers/promises';
import { ADMIN } from '../ferramentas/apoio/base.js';
import { ClienteHttp, type Pedido, type Resposta, SemResposta } from '../ferramentas/apoio/cliente-http.js';
import type { Achados } from './achados.js';
import type { Diario, Efeito } from './diario.js';
import {
  type Desfecho,
  NINGUEM_OUVIA,
  desfechoDe,
  diferencaDeCopias,
  faltasDe,
  type Respondido,
} from './desfecho.js';
import type { Distribuidor } from './distribuidor.js';
import type { Palco } from './palco.js';
import { comChave, type Comando } from './pedidos.js';

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
  private readonly diario: Diario;
  private readonly achados: Achados;
  readonly #clientes: readonly ClienteHttp[];
  readonly contagem = new Map<Desfecho, number>();
  /** Why nobody knows what became of a request, one for each. */
  readonly incertos: string[] = [];
  /** How many commands were sent twice. */
  emDobro = 0;
  /** The slowest answer, in milliseconds. */
  maisLenta = 0;
  readonly #ouvintes = new Set<(replica: number, evento: string) => void>();

  /** Absent: a request goes to the replica it was meant for, whatever state that is in. */
  distribuidor: Distribuidor | undefined;

  /** `conexoes` at once to each replica. */
  constructor({ replicas, diario, achados }: Pick<Palco, 'replicas' | 'diario' | 'achados'>, conexoes = 64) {
    this.diario = diario;
    this.achados = achados;
    this.#clientes = replicas.map(({ url }) => new ClienteHttp(url, conexoes));
  }

  /** Logs in at each replica that answers; the token is good at all of them and after restarts. */
  async entrar(): Promise<void> {
    await Promise.all(this.#clientes.map((cliente) => insistir(() => cliente.entrar(ADMIN))));
  }

  /** Sends to the replica given, the first when none is, and classifies the answer. */
  async mandar({ pedido, efeito }: Comando, replica = 0): Promise<Respondido> {
    const respondido = await this.#mandar(pedido, replica);
    if (efeito) this.#anotar(efeito, respondido, replica);
    return respondido;
  }

  /** Sends the same command, with its key, to two replicas at once: one effect, one answer. */
  async mandarEmDobro(comando: Comando, chave: string, replica: number): Promise<Respondido> {
    this.emDobro += 1;
    const { pedido, efeito } = comChave(comando, chave);
    const respostas = await Promise.all([replica, replica + 1].map((r) => this.#mandar(pedido, r)));
    const diferenca = diferencaDeCopias(respostas);
    if (diferenca) this.achados.anotar(diferenca, `${pedido.metodo} ${pedido.caminho}`);
    const delas =
      respostas.find(({ desfecho }) => desfecho === 'feito') ??
      respostas.find(({ desfecho }) => desfecho === 'incerto') ??
      respostas[0]!;
    if (efeito) this.#anotar(efeito, delas, replica);
    return delas;
  }

  /** Waits for the next effect of this type that this replica, or with null any, acknowledges; `prazoMs` at most. */
  async proximo(evento: string, replica: number | null, prazoMs: number): Promise<void> {
    await new Promise<void>((resolver) => {
      const acabar = (): void => {
        clearTimeout(prazo);
        this.#ouvintes.delete(ouvir);
        resolver();
      };
      const ouvir = (qual: number, qualEvento: string): void => {
        if ((replica === null || qual === replica) && qualEvento === evento) acabar();
      };
      const prazo = setTimeout(acabar, prazoMs);
      this.#ouvintes.add(ouvir);
    });
  }

  get replicas(): number {
    return this.#clientes.length;
  }

  encerrar(): void {
    for (const cliente of this.#clientes) cliente.encerrar();
  }

  async #mandar(pedido: Pedido, replica: number): Promise<Respondido> {
    const inicio = performance.now();
    const resposta = await this.#responder(pedido, replica);
    this.maisLenta = Math.max(this.maisLenta, performance.now() - inicio);
    const respondido = ler(resposta);
    if (respondido.desfecho === 'incerto')
      this.incertos.push(resposta instanceof SemResposta ? resposta.message : resposta.texto.slice(0, 200));
    this.contagem.set(respondido.desfecho, (this.contagem.get(respondido.desfecho) ?? 0) + 1);
    if (!(resposta instanceof SemResposta))
      for (const falta of faltasDe(resposta))
        this.achados.anotar(falta, `${pedido.metodo} ${pedido.caminho}: ${resposta.texto.slice(0, 200)}`);
    return respondido;
  }

  async #responder(pedido: Pedido, replica: number): Promise<Resposta | SemResposta> {
    const qual = this.distribuidor ? this.distribuidor.escolher(replica) : replica;
    if (qual === null) return new SemResposta(`${NINGUEM_OUVIA}: no replica is ready`);
    try {
      return await this.#clientes[qual % this.#clientes.length]!.pedir(pedido);
    } catch (erro) {
      if (erro instanceof SemResposta) return erro;
      throw erro;
    }
  }

  #anotar(efeito: Efeito, { desfecho, dados }: Respondido, replica: number): void {
    if (desfecho === 'incerto') this.diario.incerto(efeito);
    if (desfecho !== 'feito') return;
    const agregado = efeito.agregado ?? `internacao:${String(dados.id)}`;
    this.diario.feito({ evento: efeito.evento, agregado });
    for (const ouvir of [...this.#ouvintes]) ouvir(replica % this.replicas, efeito.evento);
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
