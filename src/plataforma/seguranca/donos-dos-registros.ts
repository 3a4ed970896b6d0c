import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { inteiro, ouNulo } from '../../banco/dialeto.js';
import { Leitura } from '../../banco/leitura.js';
import { lista } from '../../banco/lista.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import type { Condicao } from '../http/pagina.js';
import { idValido } from '../http/id-valido.js';
import { Relogio } from '../tempo/relogio.js';
import { alcanceDe } from './alcance.js';
import type { Alcance, Autor } from './autor.js';
import { ConjuntoDeFormas, type FormaDeCuidado, muitosAoAlcance, umAoAlcance } from './formas-de-cuidado.js';
import { ConjuntoDeTipos, type TipoDeRegistro } from './registros-de-pacientes.js';

/** What kind of record the id of a path names; `livre`: one that is nobody's in particular (a bed, an insurer). */
export type Alvo = 'livre' | (string & {});

/** Whether what a route declares is a kind of record, each of which is of one patient. */
export const temDono = (alvo: Alvo | null | undefined): alvo is Alvo =>
  alvo !== null && alvo !== undefined && alvo !== 'livre' && alvo !== 'pendencia';

/** The kind that every hospital has; its module says of which table. */
const PACIENTE = 'paciente';

/**
 * Whose each record is, and who reaches it. Ownership is a condition of the query, never a look at what it brought;
 * who reaches everybody's records adds nothing to any query.
 */
@Injectable()
export class DonosDosRegistros implements OnModuleInit {
  #formas: readonly FormaDeCuidado[] = [];
  readonly #tipos = new Map<string, TipoDeRegistro>();
  /** Authors of requests in course whose limits went into a query. */
  readonly #consultados = new WeakSet<Autor>();

  constructor(
    private readonly descoberta: DiscoveryService,
    private readonly leitura: Leitura,
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
  ) {}

  onModuleInit(): void {
    const instancias = this.descoberta.getProviders().map(({ instance }): unknown => instance);
    this.#formas = instancias.flatMap((i) => (i instanceof ConjuntoDeFormas ? i.formas : []));
    for (const tipo of instancias.flatMap((i) => (i instanceof ConjuntoDeTipos ? i.tipos : []))) {
      if (this.#tipos.has(tipo.tipo)) throw new Error(`Two modules say whose "${tipo.tipo}" is.`);
      this.#tipos.set(tipo.tipo, tipo);
    }
  }

  /** Whether a module says whose records of this kind are. */
  conhece(alvo: Alvo): boolean {
    return this.#tipos.has(alvo);
  }

  /**
   * Refuses as not found (404) what this author may not know to exist, in the words for what does not exist. For a
   * change it is asked of the primary, where what the author has just written is.
   */
  async exigir(autor: Autor, alvo: Alvo, id: string, paraMudar = false): Promise<void> {
    const numero = idValido(id);
    // The route says what it answers to what is no id.
    if (numero === null) return;
    const alcanca = () => this.alcanca(autor, alvo, numero);
    if (!(await (paraMudar ? this.unidade.executar(alcanca, { mutacao: false }) : alcanca())))
      throw this.#tipo(alvo).inexistente(numero);
  }

  /** Whether this record exists and is within reach; inside a unit of work, as it is there. */
  async alcanca(autor: Autor, alvo: Alvo, id: number): Promise<boolean> {
    const alcance = this.#alcance(autor);
    return alcance.todos || (await this.#alcancados(autor, alcance, alvo, [id])).has(id);
  }

  /** Which of these records are within reach; all of them for who reaches everybody's. */
  async alcancados(autor: Autor, alvo: Alvo, ids: readonly number[]): Promise<ReadonlySet<number>> {
    const alcance = this.#alcance(autor);
    return alcance.todos ? new Set(ids) : this.#alcancados(autor, alcance, alvo, ids);
  }

  /** Of these patients, those whom the author treats, or is: what gives sight of what is clinical. */
  tratados(autor: Autor, pacienteIds: readonly number[]): Promise<ReadonlySet<number>> {
    return this.#alcancados(autor, { ...alcanceDe(autor), todos: false }, PACIENTE, pacienteIds);
  }

  /** What limits a list to the author's reach, for its WHERE; null when nothing does. `paciente`: its column. */
  limite(autor: Autor, paciente: string): Condicao | null {
    const alcance = this.#alcance(autor);
    if (alcance.todos) return null;
    return muitosAoAlcance(this.#formas, { autor, alcance, agora: this.relogio.agora(), paciente });
  }

  /** The patient of each of these records; those that do not exist are left out. */
  async pacientesDe(alvo: Alvo, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
    if (ids.length === 0) return new Map();
    const { tabelas, paciente } = this.#tipo(alvo);
    const { lugares, valores } = lista([...new Set(ids)]);
    const linhas = await this.leitura.consultar(
      `SELECT r.id, ${paciente} AS paciente_id FROM ${tabelas} WHERE r.id IN (${lugares})`,
      valores,
    );
    return new Map(
      linhas
        .map((l) => [inteiro(l.id), ouNulo(inteiro)(l.paciente_id)] as const)
        .filter((par): par is readonly [number, number] => par[1] !== null),
    );
  }

  /** Whether the limits of this author went into any query. */
  consultouLimites(autor: Autor): boolean {
    return this.#consultados.has(autor);
  }

  #alcance(autor: Autor): Alcance {
    const alcance = alcanceDe(autor);
    if (!alcance.todos) this.#consultados.add(autor);
    return alcance;
  }

  async #alcancados(
    autor: Autor,
    alcance: Alcance,
    alvo: Alvo,
    ids: readonly number[],
  ): Promise<ReadonlySet<number>> {
    if (ids.length === 0) return new Set();
    const { tabelas, paciente } = this.#tipo(alvo);
    const pergunta = { autor, alcance, agora: this.relogio.agora(), paciente };
    const condicao = umAoAlcance(this.#formas, pergunta);
    const { lugares, valores } = lista([...new Set(ids)]);
    const linhas = await this.leitura.consultar(
      `SELECT r.id FROM ${tabelas} WHERE r.id IN (${lugares}) AND ${condicao.sql}`,
      [...valores, ...condicao.parametros],
    );
    return new Set(linhas.map((l) => inteiro(l.id)));
  }

  #tipo(alvo: Alvo): TipoDeRegistro {
    const tipo = this.#tipos.get(alvo);
    if (!tipo) throw new Error(`No module says whose "${alvo}" is.`);
    return tipo;
  }
}
