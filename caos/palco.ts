import { setTimeout as esperar } from 'node:timers/promises';
import type { ServidorDeTeste } from '#scripts/servidor-de-teste.mjs';
import {
  type Base,
  criarBaseMysql,
  criarBaseSqlite,
  type EnderecoDoServidor,
  type Motor,
} from '../ferramentas/apoio/base.js';
import { portaLivre } from '../ferramentas/apoio/processo-do-plantao.js';
import { plantar } from '../ferramentas/defeitos/plantar.js';
import type { Troca } from '../ferramentas/defeitos/troca.js';
import { Sorteio } from '../src/demonstracao/hospital/sorteio.js';
import { Achados } from './achados.js';
import { Contagem } from './contagem.js';
import { Diario } from './diario.js';
import { Replica } from './replica.js';

export interface DadosDoPalco {
  readonly motor: Motor;
  readonly semente: number;
  readonly curto: boolean;
  /** The scenario is being tried on a known-bad product. */
  readonly ruim: boolean;
  /** What is changed in a copy of the product, which is then started in its place. */
  readonly trocas: readonly Troca[];
  /** The database server of this run, its alone while it lasts: it may be killed. Absent on SQLite. */
  readonly servidor?: ServidorDeTeste | undefined;
  readonly prepararBase?: ((base: Base) => Promise<void>) | undefined;
}

export interface OpcoesDaAbertura {
  /** How many processes of the product; SQLite has always one. */
  readonly replicas?: number;
  /** Beside those of the database. */
  readonly variaveis?: Readonly<Record<string, string>>;
  /** Of a proxy in front of the database server, when the product shall pass through one. */
  readonly porta?: EnderecoDoServidor;
}

/**
 * Where one scenario is run once: a fresh database, the processes of the product on it, the seeded draw, and the
 * three journals: what was injected, what the product acknowledged, what was found wrong.
 */
export class Palco {
  readonly sorteio: Sorteio;
  readonly injetado = new Contagem();
  /** Figures worth telling, as `primeira resposta após a volta: 0,4 s`. */
  readonly medido: string[] = [];
  readonly diario = new Diario();
  readonly achados = new Achados();
  readonly replicas: Replica[] = [];
  /** By how much the clocks of all the processes of the product have been moved. */
  adiantadoMs = 0;
  #base: Base | undefined;
  #fechado = false;
  readonly #aoFechar: (() => unknown)[] = [];

  constructor(readonly dados: DadosDoPalco) {
    this.sorteio = new Sorteio(dados.semente);
  }

  get motor(): Motor {
    return this.dados.motor;
  }

  get base(): Base {
    this.#exigirAberto();
    if (!this.#base) throw new Error('the stage is not open yet');
    return this.#base;
  }

  /** The database server; throws on SQLite. */
  get servidor(): ServidorDeTeste {
    this.#exigirAberto();
    if (!this.dados.servidor) throw new Error('there is no database server on SQLite');
    return this.dados.servidor;
  }

  /** The time it is for the product. */
  agora(): Date {
    return new Date(Date.now() + this.adiantadoMs);
  }

  /** A size: small in `--curto` and for a known-bad product, which shows itself soon. */
  tamanho(curto: number, cheio: number, ruim = curto): number {
    if (this.dados.ruim) return ruim;
    return this.dados.curto ? curto : cheio;
  }

  /** Creates the database and starts the product on it. */
  async abrir({ replicas = 1, variaveis = {}, porta }: OpcoesDaAbertura = {}): Promise<void> {
    const { trocas, prepararBase } = this.dados;
    const produto = trocas.length > 0 ? plantar(trocas) : null;
    this.aoFechar(() => produto?.apagar());
    const base = this.motor === 'sqlite' ? criarBaseSqlite() : await criarBaseMysql(this.servidor, porta);
    this.#exigirAberto();
    this.#base = base;
    const opcoes = {
      variaveis: { ...base.variaveis, ...variaveis },
      ...(produto && { principal: produto.principal }),
    };
    for (let n = 0; n < (this.motor === 'sqlite' ? 1 : replicas); n++)
      this.replicas.push(new Replica(await portaLivre(), opcoes));
    await this.replicas[0]!.ligar();
    await prepararBase?.(base);
    await Promise.all(this.replicas.slice(1).map((replica) => replica.ligar()));
  }

  /** Starts whatever is not running. */
  async reerguer(): Promise<void> {
    await Promise.all(this.replicas.filter(({ vivo }) => !vivo).map((replica) => replica.ligar()));
  }

  /** Undone at the end, the last one first, however the run ends. */
  aoFechar(desfazer: () => unknown): void {
    this.#aoFechar.push(desfazer);
  }

  async fechar(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.aposentar()));
    for (const desfazer of this.#aoFechar.splice(0).reverse()) await desfazer();
    this.#fechado = true;
    await this.#base?.apagar();
  }

  /** A pause drawn between the two, in milliseconds. */
  async pausa(min: number, max: number): Promise<void> {
    await esperar(this.sorteio.entre(min, max));
    this.#exigirAberto();
  }

  /** A scenario that went past its deadline is still running somewhere: here it ends. */
  #exigirAberto(): void {
    if (this.#fechado) throw new Error('the stage is closed');
  }
}
