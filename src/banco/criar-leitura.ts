import type { ConfiguracaoDoBanco } from '../config/ambiente.js';
import { arquivoSqlite, criarPool, opcoesDoPool } from './fonte-de-dados.js';
import { LeituraMysql } from './leitura-mysql.js';
import { LeituraSqlite } from './leitura-sqlite.js';
import type { Leitura } from './leitura.js';

/** The read side of this database; `prazoMs`: how long one read may take where the server can be left waiting. */
export function criarLeitura(banco: ConfiguracaoDoBanco, prazoMs?: number): Leitura {
  if (banco.host === null) return new LeituraSqlite(arquivoSqlite(banco));
  const opcoes = opcoesDoPool(banco, banco.hostLeitura ?? banco.host);
  // Instants as text, which most are read to be shown as: the driver would build a Date of each.
  return new LeituraMysql(criarPool({ ...opcoes, dateStrings: true }), prazoMs);
}
