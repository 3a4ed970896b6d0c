import { inteiro } from '../../../banco/dialeto.js';
import { lista } from '../../../banco/lista.js';
import type { Transacao } from '../../../banco/transacao.js';
import { type Tarefa, TarefaAgendada } from '../../../plataforma/agendador/tarefa-agendada.js';
import { VIDA_DO_PEDIDO_MS } from '../dominio/prazos-do-acesso.js';

const LOTE = 500;
const VELHOS = [
  ['pedidos_de_acesso', 'criado_em'],
  ['codigos_de_acesso', 'expira_em'],
] as const;

/** What was asked goes a day later, attended or not, with whatever was personal in it; a code, a day after its end. */
@TarefaAgendada({ nome: 'acesso.esquecer-pedidos', cadaMs: 600_000 })
export class EsquecerPedidos implements Tarefa {
  async executar(tx: Transacao, vez: Date): Promise<boolean> {
    let restam = false;
    for (const [tabela, coluna] of VELHOS) {
      const velhos = await tx.consultar(
        `SELECT id FROM ${tabela} WHERE ${coluna} <= ? ORDER BY ${coluna} LIMIT ${LOTE}`,
        [new Date(vez.getTime() - VIDA_DO_PEDIDO_MS)],
      );
      if (velhos.length === 0) continue;
      const { lugares, valores } = lista(velhos.map(({ id }) => inteiro(id)));
      await tx.executar(`DELETE FROM ${tabela} WHERE id IN (${lugares})`, valores);
      restam ||= velhos.length === LOTE;
    }
    return restam;
  }
}
