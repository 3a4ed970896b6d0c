import type { PoolConnection, ResultSetHeader } from 'mysql2';
import { type DataSource, QueryFailedError, QueryResult, QueryRunnerAlreadyReleasedError } from 'typeorm';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';
import type { Linha, Resposta } from './dialeto.js';
import { comoErroDeBanco } from './erros-de-banco.js';

/** The server keeps no more prepared statements: its limit is for all of its clients together. */
const SEM_LUGAR_PARA_COMANDOS = 1461;

export type Valores = (string | number | null)[];
export type Receptor = (erro: Error | null, bruto: unknown) => void;

/** Prepared once a connection, then only its values travel; as plain text where the server takes no more of them. */
export function executarPreparado(
  conexao: PoolConnection,
  sql: string,
  valores: Valores,
  receber: Receptor,
): void {
  conexao.execute(sql, valores, (erro, bruto) => {
    if (erro?.errno === SEM_LUGAR_PARA_COMANDOS) conexao.query(sql, valores, receber);
    else receber(erro, bruto);
  });
}

/**
 * TypeORM's runner without what surrounds each of its statements (two broadcasts, a log, the driver's promises):
 * statements with parameters are prepared, as those of the read side are.
 */
export class RunnerDireto extends MysqlQueryRunner {
  /** One statement of the transaction in course, at the cost of one promise; `ler` takes what it wants of the answer. */
  rodar<T>(sql: string, valores: Valores, ler: (resposta: Resposta) => T): Promise<T> {
    return new Promise<T>((resolver, recusar) => {
      if (this.isReleased) throw new QueryRunnerAlreadyReleasedError();
      const receber: Receptor = (erro, bruto) => {
        if (erro) recusar(comoErroDeBanco(erro) ?? erro);
        else resolver(ler(respostaDe(bruto)));
      };
      const conexao = this.databaseConnection as PoolConnection;
      if (valores.length === 0) conexao.query(sql, receber);
      else executarPreparado(conexao, sql, valores, receber);
    });
  }

  override async query<T>(sql: string, parametros?: unknown[], estruturado = false): Promise<T> {
    if (this.isReleased) throw new QueryRunnerAlreadyReleasedError();
    const conexao = (this.databaseConnection ?? (await this.connect())) as PoolConnection;
    return new Promise<T>((resolver, recusar) => {
      const receber: Receptor = (erro, bruto) => {
        if (erro) recusar(new QueryFailedError(sql, parametros, erro));
        else resolver((estruturado ? comoResultado(bruto) : bruto) as T);
      };
      if (parametros === undefined || parametros.length === 0) conexao.query(sql, receber);
      else executarPreparado(conexao, sql, parametros as string[], receber);
    });
  }
}

function respostaDe(bruto: unknown): Resposta {
  if (Array.isArray(bruto)) return { linhas: bruto as Linha[], afetadas: 0, id: 0 };
  const { affectedRows, insertId } = bruto as ResultSetHeader;
  return { linhas: [], afetadas: affectedRows, id: insertId };
}

function comoResultado(bruto: unknown): QueryResult {
  const resultado = new QueryResult();
  resultado.raw = bruto;
  if (Array.isArray(bruto)) resultado.records = bruto as unknown[];
  else resultado.affected = (bruto as ResultSetHeader).affectedRows;
  return resultado;
}

/** Replaces the runners of a MySQL or MariaDB data source; call before `initialize`. */
export function encurtarMysql(fonte: DataSource): void {
  const driver = fonte.driver as MysqlDriver;
  driver.createQueryRunner = (modo) => new RunnerDireto(driver, modo);
}
