import type { EntityManager, QueryRunner } from 'typeorm';
import type { EventoDeDominio } from '../plataforma/eventos/evento.js';
import { comoParametro, type Linha, type Motor, type Parametro } from './dialeto.js';
import { comoErroDeBanco } from './erros-de-banco.js';
import type { Transacao } from './transacao.js';

/** The transaction on a TypeORM query runner. Only the unit of work opens and ends one. */
export class TransacaoTypeorm implements Transacao {
  aberta = true;
  readonly eventos: EventoDeDominio[] = [];
  readonly #aposConfirmar: (() => void)[] = [];
  #pontos = 0;

  constructor(
    readonly motor: Motor,
    readonly runner: QueryRunner,
  ) {}

  get gerente(): EntityManager {
    this.#exigirAberta();
    return this.runner.manager;
  }

  async consultar(sql: string, parametros: readonly Parametro[] = []): Promise<Linha[]> {
    return (await this.#rodar(sql, parametros)).records as Linha[];
  }

  async executar(sql: string, parametros: readonly Parametro[] = []): Promise<number> {
    return (await this.#rodar(sql, parametros)).affected ?? 0;
  }

  async inserir(sql: string, parametros: readonly Parametro[] = []): Promise<number> {
    const raw: unknown = (await this.#rodar(sql, parametros)).raw;
    return Number(typeof raw === 'object' && raw !== null ? (raw as { insertId: number }).insertId : raw);
  }

  registrar(...eventos: EventoDeDominio[]): void {
    this.#exigirAberta();
    this.eventos.push(...eventos);
  }

  aoConfirmar(acao: () => void): void {
    this.#aposConfirmar.push(acao);
  }

  async aninhar<T>(trabalho: () => Promise<T>): Promise<T> {
    const ponto = `ponto_${++this.#pontos}`;
    const [eventos, acoes] = [this.eventos.length, this.#aposConfirmar.length];
    await this.executar(`SAVEPOINT ${ponto}`);
    try {
      const valor = await trabalho();
      await this.executar(`RELEASE SAVEPOINT ${ponto}`);
      return valor;
    } catch (erro) {
      // A deadlock has already undone everything, the savepoint included: the unit of work starts over.
      if (comoErroDeBanco(erro)?.natureza !== 'passageiro')
        await this.executar(`ROLLBACK TO SAVEPOINT ${ponto}`);
      this.eventos.length = eventos;
      this.#aposConfirmar.length = acoes;
      throw erro;
    }
  }

  confirmada(): void {
    for (const acao of this.#aposConfirmar) {
      try {
        acao();
      } catch {
        // What was committed stays committed: whoever must not miss it is a durable saga.
      }
    }
  }

  async #rodar(sql: string, parametros: readonly Parametro[]) {
    this.#exigirAberta();
    try {
      return await this.runner.query(sql, parametros.map(comoParametro), true);
    } catch (erro) {
      throw comoErroDeBanco(erro) ?? erro;
    }
  }

  #exigirAberta(): void {
    if (!this.aberta) throw new Error('The transaction has already ended.');
  }
}
