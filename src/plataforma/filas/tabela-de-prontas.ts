import { inteiro, type Parametro, processoUnico, travarLivres } from '../../banco/dialeto.js';
import { lista } from '../../banco/lista.js';
import type { Transacao } from '../../banco/transacao.js';

/** A row in a worker's hands. `dono` is new at each claim, so that an old claim never passes for a new one. */
export interface Posse {
  readonly id: number;
  readonly dono: string;
}

export interface PedidoDePosse {
  readonly dono: string;
  readonly agora: Date;
  /** How long the claim holds without renewal: a worker that dies frees its rows after it. */
  readonly posseMs: number;
  readonly quantidade: number;
  /** Narrows what may be taken; the row is `p`. */
  readonly condicao?: string;
}

/**
 * A ready table: one small row per piece of work, waiting (`disponivel_em`) or claimed (`dono`, `dono_ate`),
 * deleted when the work is done. Several workers may share one; none takes what another holds.
 */
export class TabelaDeProntas {
  constructor(
    private readonly tabela: string,
    private readonly chave: string,
  ) {}

  /** Takes up to `quantidade` rows that are due and free, oldest first; answers their ids. */
  async tomar(
    tx: Transacao,
    { dono, agora, posseMs, quantidade, condicao }: PedidoDePosse,
  ): Promise<number[]> {
    const livres = await tx.consultar(
      `SELECT p.${this.chave} AS id FROM ${this.tabela} p
        WHERE p.disponivel_em <= ? AND (p.dono IS NULL OR p.dono_ate < ?)${condicao ? ` AND ${condicao}` : ''}
        ORDER BY p.${this.chave} LIMIT ${quantidade}${travarLivres(tx.motor)}`,
      [agora, agora],
    );
    const ids = livres.map((linha) => inteiro(linha.id));
    if (ids.length === 0) return ids;
    const { lugares, valores } = lista(ids);
    await tx.executar(
      `UPDATE ${this.tabela} SET dono = ?, dono_ate = ? WHERE ${this.chave} IN (${lugares})`,
      [dono, new Date(agora.getTime() + posseMs), ...valores],
    );
    return ids;
  }

  /** On a database of one process, what a dead predecessor held is free at once. */
  async retomar(tx: Transacao): Promise<void> {
    if (processoUnico(tx.motor))
      await tx.executar(`UPDATE ${this.tabela} SET dono = NULL, dono_ate = NULL WHERE dono IS NOT NULL`);
  }

  /** Holds it until `ate`. False when it is not ours any more. */
  renovar(tx: Transacao, posse: Posse, ate: Date): Promise<boolean> {
    return this.#mudar(tx, 'UPDATE', 'SET dono_ate = ?', [ate], posse);
  }

  /** Gives it back as it was. */
  devolver(tx: Transacao, posse: Posse): Promise<boolean> {
    return this.#mudar(tx, 'UPDATE', 'SET dono = NULL, dono_ate = NULL', [], posse);
  }

  /** Gives it back, not to be taken before `disponivelEm`. */
  adiar(tx: Transacao, posse: Posse, disponivelEm: Date): Promise<boolean> {
    return this.#mudar(
      tx,
      'UPDATE',
      'SET dono = NULL, dono_ate = NULL, disponivel_em = ?',
      [disponivelEm],
      posse,
    );
  }

  /** Removes it. The fence: false means that another worker took it over, and this transaction must not commit its effect. */
  concluir(tx: Transacao, posse: Posse): Promise<boolean> {
    return this.#mudar(tx, 'DELETE FROM', '', [], posse);
  }

  async #mudar(
    tx: Transacao,
    verbo: string,
    mudanca: string,
    valores: Parametro[],
    { id, dono }: Posse,
  ): Promise<boolean> {
    const sql = `${verbo} ${this.tabela} ${mudanca} WHERE ${this.chave} = ? AND dono = ?`;
    return (await tx.executar(sql, [...valores, id, dono])) === 1;
  }
}
