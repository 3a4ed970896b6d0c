import type { Pool } from 'mysql2/promise';
import { comoParametro, type Linha, type Parametro } from './dialeto.js';
import { comoErroDeBanco } from './erros-de-banco.js';
import { Leitura } from './leitura.js';
import { transacaoAmbiente } from './transacao-ambiente.js';

/** How long a read may take before its connection is given up. */
const PRAZO_MS = 10_000;

/** Prepared statements on a pool of its own, on the replica where there is one. */
export class LeituraMysql extends Leitura {
  constructor(private readonly pool: Pool) {
    super();
  }

  override async consultar(sql: string, parametros: readonly Parametro[] = []): Promise<Linha[]> {
    const transacao = transacaoAmbiente();
    if (transacao) return transacao.consultar(sql, parametros);
    try {
      const [linhas] = await this.pool.execute({ sql, timeout: PRAZO_MS }, parametros.map(comoParametro));
      return linhas as Linha[];
    } catch (erro) {
      throw comoErroDeBanco(erro) ?? erro;
    }
  }

  override encerrar(): Promise<void> {
    return this.pool.end();
  }
}
