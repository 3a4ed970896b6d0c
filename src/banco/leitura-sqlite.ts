import Database from 'better-sqlite3';
import { comoParametro, type Linha, type Parametro } from './dialeto.js';
import { comoErroDeBanco } from './erros-de-banco.js';
import { Leitura } from './leitura.js';
import { transacaoAmbiente } from './transacao-ambiente.js';

const MAXIMO_DE_COMANDOS = 500;

/** Read-only connection of its own (WAL): readers never wait for the writer. */
export class LeituraSqlite extends Leitura {
  #banco: Database.Database | null = null;
  readonly #comandos = new Map<string, Database.Statement>();

  constructor(private readonly arquivo: string) {
    super();
  }

  override async consultar(sql: string, parametros: readonly Parametro[] = []): Promise<Linha[]> {
    const transacao = transacaoAmbiente();
    if (transacao) return transacao.consultar(sql, parametros);
    try {
      return this.#preparar(sql).all(...parametros.map(comoParametro)) as Linha[];
    } catch (erro) {
      throw comoErroDeBanco(erro) ?? erro;
    }
  }

  override encerrar(): Promise<void> {
    this.#banco?.close();
    this.#banco = null;
    this.#comandos.clear();
    return Promise.resolve();
  }

  #preparar(sql: string): Database.Statement {
    this.#banco ??= new Database(this.arquivo, { readonly: true, fileMustExist: true });
    let comando = this.#comandos.get(sql);
    if (!comando) {
      comando = this.#banco.prepare(sql);
      if (this.#comandos.size >= MAXIMO_DE_COMANDOS)
        this.#comandos.delete(this.#comandos.keys().next().value!);
      this.#comandos.set(sql, comando);
    }
    return comando;
  }
}
