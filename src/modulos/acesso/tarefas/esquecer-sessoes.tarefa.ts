import type { Parametro } from '../../../banco/dialeto.js';
import { lista } from '../../../banco/lista.js';
import type { Transacao } from '../../../banco/transacao.js';
import { type Tarefa, TarefaAgendada } from '../../../plataforma/agendador/tarefa-agendada.js';

const DIA_MS = 86_400_000;
const LOTE = 500;

/** Refresh tokens are kept as long as their session and a day more, so that one that comes back is known; the rest, 30 days. */
@TarefaAgendada({ nome: 'acesso.esquecer-sessoes', cadaMs: 600_000 })
export class EsquecerSessoes implements Tarefa {
  async executar(tx: Transacao, vez: Date): Promise<boolean> {
    const ha = (dias: number) => new Date(vez.getTime() - dias * DIA_MS);
    const apagados = [
      await apagar(
        tx,
        'tokens_de_renovacao',
        `SELECT t.id FROM tokens_de_renovacao t JOIN sessoes s ON s.id = t.sessao_id
          WHERE t.expira_em < ? AND (s.encerrada_em IS NOT NULL OR s.expira_em < ?) ORDER BY t.expira_em`,
        [ha(1), ha(1)],
      ),
      await apagar(
        tx,
        'sessoes',
        `SELECT s.id FROM sessoes s WHERE s.expira_em < ?
            AND NOT EXISTS (SELECT 1 FROM tokens_de_renovacao t WHERE t.sessao_id = s.id) ORDER BY s.expira_em`,
        [ha(30)],
      ),
      await apagar(tx, 'acessos_revogados', 'SELECT id FROM acessos_revogados WHERE em < ? ORDER BY em', [
        ha(30),
      ]),
    ];
    return apagados.includes(LOTE);
  }
}

/** Deletes a few of the rows that the query finds; answers how many it found. */
async function apagar(
  tx: Transacao,
  tabela: string,
  sql: string,
  parametros: readonly Parametro[],
): Promise<number> {
  const velhas = await tx.consultar(`${sql} LIMIT ${LOTE}`, parametros);
  if (velhas.length === 0) return 0;
  const { lugares, valores } = lista(velhas.map((linha) => Number(linha.id)));
  await tx.executar(`DELETE FROM ${tabela} WHERE id IN (${lugares})`, valores);
  return velhas.length;
}
