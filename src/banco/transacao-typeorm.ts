import type { EntityManager, QueryRunner } from 'typeorm';
import type { EventoDeDominio } from '../plataforma/eventos/evento.js';
import { comoParametro, type Linha, type Motor, type Parametro, type Resposta } from './dialeto.js';
import { comoErroDeBanco } from './erros-de-banco.js';
import { RunnerDireto, type Valores } from './mysql.js';
import type { Transacao } from './transacao.js';

/** The transaction on a TypeORM query runner. Only the unit of work opens and ends one. */
export class TransacaoTypeorm implements Transacao {
  aberta = true;
  conclusao: { readonly valor: unknown } | null = null;
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

  consultar(sql: string, parametros?: readonly Parametro[]): Promise<Linha[]> {
    return this.#rodar(sql, parametros, ({ linhas }) => linhas);
  }

  executar(sql: string, parametros?: readonly Parametro[]): Promise<number> {
    return this.#rodar(sql, parametros, ({ afetadas }) => afetadas);
  }

  inserir(sql: string, parametros?: readonly Parametro[]): Promise<number> {
    return this.#rodar(sql, parametros, ({ id }) => id);
  }

  concluir(valor: unknown): void {
    this.conclusao = { valor };
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
    const { conclusao } = this;
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
      this.conclusao = conclusao;
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

  #rodar<T>(sql: string, parametros: readonly Parametro[] = [], ler: (resposta: Resposta) => T): Promise<T> {
    if (!this.aberta) return Promise.reject(encerrada());
    const valores = parametros.map(comoParametro);
    const { runner } = this;
    return runner instanceof RunnerDireto
      ? runner.rodar(sql, valores, ler)
      : noTypeorm(runner, sql, valores).then(ler);
  }

  #exigirAberta(): void {
    if (!this.aberta) throw encerrada();
  }
}

interface Estruturada {
  readonly records: Linha[];
  readonly affected?: number;
  readonly raw: unknown;
}

const encerrada = (): Error => new Error('The transaction has already ended.');

async function noTypeorm(runner: QueryRunner, sql: string, valores: Valores): Promise<Resposta> {
  try {
    const { records, affected = 0, raw } = (await runner.query(sql, valores, true)) as Estruturada;
    return { linhas: records, afetadas: affected, id: Number(raw) };
  } catch (erro) {
    throw comoErroDeBanco(erro) ?? erro;
  }
}
