import { lista } from '../../../banco/lista.js';
import type { Transacao } from '../../../banco/transacao.js';
import { type Tarefa, TarefaAgendada } from '../../agendador/tarefa-agendada.js';

const LOTE = 500;

/** What was counted and means nothing any more goes, little by little. */
@TarefaAgendada({ nome: 'plataforma.esquecer-limites', cadaMs: 600_000 })
export class EsquecerLimites implements Tarefa {
  async executar(tx: Transacao, vez: Date): Promise<boolean> {
    const velhos = await tx.consultar(
      `SELECT id FROM limites_de_acesso WHERE expira_em < ? ORDER BY expira_em LIMIT ${LOTE}`,
      [vez],
    );
    if (velhos.length === 0) return false;
    const { lugares, valores } = lista(velhos.map((linha) => Number(linha.id)));
    // Asked again: one may have been taken up meanwhile.
    await tx.executar(`DELETE FROM limites_de_acesso WHERE id IN (${lugares}) AND expira_em < ?`, [
      ...valores,
      vez,
    ]);
    return velhos.length === LOTE;
  }
}
