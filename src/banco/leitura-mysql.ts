import type { Pool, PoolConnection } from 'mysql2';
import { comoParametro, type Linha, type Parametro } from './dialeto.js';
import { comoErroDeBanco, ErroDeBanco } from './erros-de-banco.js';
import { Leitura } from './leitura.js';
import { executarPreparado } from './mysql.js';
import { transacaoAmbiente } from './transacao-ambiente.js';

/** How long a read may take, the wait for a connection included; past it the connection is destroyed. */
const PRAZO_MS = 8_000;

/**
 * Prepared statements on a pool of its own, on the replica where there is one. On the driver's callbacks: its
 * promises cost a tenth of a read.
 */
export class LeituraMysql extends Leitura {
  constructor(
    private readonly pool: Pool,
    private readonly prazoMs = PRAZO_MS,
  ) {
    super();
  }

  override consultar(sql: string, parametros: readonly Parametro[] = []): Promise<Linha[]> {
    const transacao = transacaoAmbiente();
    return transacao ? transacao.consultar(sql, parametros) : this.#ler(sql, parametros);
  }

  override encerrar(): Promise<void> {
    return new Promise((resolver, recusar) => {
      this.pool.end((erro) => (erro ? recusar(erro) : resolver()));
    });
  }

  #ler(sql: string, parametros: readonly Parametro[]): Promise<Linha[]> {
    return new Promise((resolver, recusar) => {
      // Here, where what cannot be written as a parameter is refused to the caller; in a callback nobody would hear it.
      const valores = parametros.map(comoParametro);
      let conexao: PoolConnection | undefined;
      let vencido = false;
      const relogio = setTimeout(() => {
        vencido = true;
        conexao?.destroy();
        recusar(new ErroDeBanco('conexao', undefined, undefined));
      }, this.prazoMs);
      const falhar = (erro: Error): void => {
        if (vencido) return;
        clearTimeout(relogio);
        const doBanco = comoErroDeBanco(erro);
        if (doBanco?.natureza === 'conexao') conexao?.destroy();
        else conexao?.release();
        recusar(doBanco ?? erro);
      };
      this.pool.getConnection((erro, obtida) => {
        if (erro) return falhar(erro);
        // One that comes after the caller gave up goes straight back.
        if (vencido) return obtida.release();
        conexao = obtida;
        executarPreparado(obtida, sql, valores, (recusa, linhas) => {
          if (recusa) return falhar(recusa);
          if (vencido) return;
          clearTimeout(relogio);
          obtida.release();
          resolver(linhas as Linha[]);
        });
      });
    });
  }
}
