import { booleano, inteiro } from '../../../banco/dialeto.js';
import { lista } from '../../../banco/lista.js';
import type { Transacao } from '../../../banco/transacao.js';
import { substituirItens } from '../../../plataforma/registros/itens.js';
import { ESPECIALIDADE } from '../dominio/registros-de-medicos.js';

/**
 * Makes these the specialties of the professional. Refuses an unknown id, and an inactive one that he does
 * not have yet (422, campo especialidadeIds).
 */
export async function gravarEspecialidades(
  tx: Transacao,
  medicoId: number,
  especialidadeIds: readonly number[],
): Promise<void> {
  const ids = [...new Set(especialidadeIds)];
  if (ids.length > 0) {
    const { lugares, valores } = lista(ids);
    const linhas = await tx.consultar(
      `SELECT e.id, e.ativo, m.id AS vinculo FROM especialidades e
         LEFT JOIN medicos_especialidades m ON m.especialidade_id = e.id AND m.medico_id = ?
        WHERE e.id IN (${lugares})`,
      [medicoId, ...valores],
    );
    const conhecidas = new Map(linhas.map((l) => [inteiro(l.id), booleano(l.ativo) || l.vinculo !== null]));
    for (const id of ids) {
      const serve = conhecidas.get(id);
      if (serve === undefined) throw ESPECIALIDADE.desconhecido(id, 'especialidadeIds');
      if (!serve) throw ESPECIALIDADE.inativo(id, 'especialidadeIds');
    }
  }
  await substituirItens(
    tx,
    'medicos_especialidades',
    ['medico_id', medicoId],
    ids.map((id) => ({ especialidade_id: id })),
  );
}
