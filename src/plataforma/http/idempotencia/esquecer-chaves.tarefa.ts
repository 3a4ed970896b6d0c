import type { Transacao } from '../../../banco/transacao.js';
import { lista } from '../../../banco/lista.js';
import { type Tarefa, TarefaAgendada } from '../../agendador/tarefa-agendada.js';

const VALIDADE_MS = 48 * 3_600_000;
const LOTE = 500;

/** Answers are kept for 48 hours; what is older goes, little by little. */
@TarefaAgendada({ nome: 'plataforma.esquecer-chaves', cadaMs: 600_000 })
export class EsquecerChaves implements Tarefa {
  async executar(tx: Transacao, vez: Date): Promise<boolean> {
    const velhas = await tx.consultar(
      `SELECT id FROM chaves_de_idempotencia WHERE criada_em < ? ORDER BY criada_em LIMIT ${LOTE}`,
      [new Date(vez.getTime() - VALIDADE_MS)],
    );
    if (velhas.length === 0) return false;
    const { lugares, valores } = lista(velhas.map((linha) => Number(linha.id)));
    await tx.executar(`DELETE FROM chaves_de_idempotencia WHERE id IN (${lugares})`, valores);
    return velhas.length === LOTE;
  }
}
