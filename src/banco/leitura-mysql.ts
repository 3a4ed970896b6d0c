import type { Pool, PoolConnection } from 'mysql2/promise';
import { comoParametro, type Linha, type Parametro } from './dialeto.js';
import { comoErroDeBanco, ErroDeBanco } from './erros-de-banco.js';
import { Leitura } from './leitura.js';
import { transacaoAmbiente } from './transacao-ambiente.js';

/** How long a read may take, the wait for a connection included; past it the connection is destroyed. */
const PRAZO_MS = 8_000;

/** Prepared statements on a pool of its own, on the replica where there is one. */
export class LeituraMysql extends Leitura {
  constructor(private readonly pool: Pool) {
    super();
  }

  override async consultar(sql: string, parametros: readonly Parametro[] = []): Promise<Linha[]> {
    const transacao = transacaoAmbiente();
    if (transacao) return transacao.consultar(sql, parametros);
    const prazo = vencimento(PRAZO_MS);
    let conexao: PoolConnection | null = null;
    try {
      conexao = await this.#obter(prazo.vencido);
      const [linhas] = await Promise.race([
        conexao.execute(sql, parametros.map(comoParametro)),
        prazo.vencido,
      ]);
      conexao.release();
      return linhas as Linha[];
    } catch (erro) {
      const doBanco = comoErroDeBanco(erro);
      if (doBanco?.natureza === 'conexao') conexao?.destroy();
      else conexao?.release();
      throw doBanco ?? erro;
    } finally {
      prazo.cancelar();
    }
  }

  override encerrar(): Promise<void> {
    return this.pool.end();
  }

  /** A connection that comes after the caller gave up goes straight back. */
  async #obter(vencido: Promise<never>): Promise<PoolConnection> {
    const chegada = this.pool.getConnection();
    try {
      return await Promise.race([chegada, vencido]);
    } catch (erro) {
      chegada.then(
        (conexao) => conexao.release(),
        () => undefined,
      );
      throw erro;
    }
  }
}

/** One deadline for several steps. */
function vencimento(ms: number): { vencido: Promise<never>; cancelar: () => void } {
  let relogio: NodeJS.Timeout | undefined;
  const vencido = new Promise<never>((_, recusar) => {
    relogio = setTimeout(() => recusar(new ErroDeBanco('conexao', undefined, undefined)), ms);
  });
  vencido.catch(() => undefined);
  return { vencido, cancelar: () => clearTimeout(relogio) };
}
