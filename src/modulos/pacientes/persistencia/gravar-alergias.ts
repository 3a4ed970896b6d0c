import { inteiro, texto } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { semRepetidas } from '../dominio/alergias.js';

/**
 * Makes these the allergies of the patient, whose row the caller holds: new ones are added, the missing
 * ones marked as removed, the others left as they are.
 */
export async function gravarAlergias(
  tx: Transacao,
  pacienteId: number,
  alergias: readonly string[],
  autor: Autor,
  agora: Date,
): Promise<void> {
  const novas = semRepetidas(alergias);
  const atuais = await tx.consultar(
    'SELECT id, descricao_ativa FROM pacientes_alergias WHERE paciente_id = ? AND descricao_ativa IS NOT NULL',
    [pacienteId],
  );
  for (const linha of atuais)
    if (!novas.delete(texto(linha.descricao_ativa)))
      await tx.executar(
        'UPDATE pacientes_alergias SET descricao_ativa = NULL, removida_em = ?, removida_por = ? WHERE id = ?',
        [agora, autor.usuarioId, inteiro(linha.id)],
      );
  for (const [chave, descricao] of novas)
    await tx.executar(
      'INSERT INTO pacientes_alergias (paciente_id, descricao, descricao_ativa, incluida_em, incluida_por) VALUES (?, ?, ?, ?, ?)',
      [pacienteId, descricao, chave, agora, autor.usuarioId],
    );
}
