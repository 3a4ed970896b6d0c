import { inteiro } from '../../../banco/dialeto.js';
import { lista } from '../../../banco/lista.js';
import type { Transacao } from '../../../banco/transacao.js';
import { invalido } from '../../../plataforma/erros/erro-de-dominio.js';
import { substituirItens } from '../../../plataforma/registros/itens.js';

/** Makes these the setores in which the user, whose row the caller holds, works. Refuses an unknown one (422). */
export async function gravarSetores(
  tx: Transacao,
  usuarioId: number,
  setorIds: readonly number[],
): Promise<void> {
  const ids = [...new Set(setorIds)];
  if (ids.length > 0) {
    const { lugares, valores } = lista(ids);
    const linhas = await tx.consultar(`SELECT id FROM setores WHERE id IN (${lugares})`, valores);
    const conhecidos = new Set(linhas.map((l) => inteiro(l.id)));
    const desconhecido = ids.find((id) => !conhecidos.has(id));
    if (desconhecido !== undefined)
      throw invalido('SETOR.NAO_ENCONTRADO', `O setor ${desconhecido} não existe.`, 'setorIds');
  }
  await substituirItens(
    tx,
    'usuarios_setores',
    ['usuario_id', usuarioId],
    ids.map((id) => ({ setor_id: id })),
  );
}
