import type { ConfiguracaoDoBanco } from '../config/ambiente.js';
import { arquivoSqlite, criarPool, opcoesDoPool } from './fonte-de-dados.js';
import { LeituraMysql } from './leitura-mysql.js';
import { LeituraSqlite } from './leitura-sqlite.js';
import type { Leitura } from './leitura.js';

/** The read side of this database; `prazoMs`: how long one read may take where the server can be left waiting. */
export function criarLeitura(banco: ConfiguracaoDoBanco, prazoMs?: number): Leitura {
  if (banco.host === null) return new LeituraSqlite(arquivoSqlite(banco));
  return new LeituraMysql(criarPool(opcoesDoPool(banco, banco.hostLeitura ?? banco.host)), prazoMs);
}
