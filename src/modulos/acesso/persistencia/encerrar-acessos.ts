import { inteiro, travar } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import { agoraDe, revogar } from '../../../plataforma/seguranca/revogacoes.js';
import type { MotivoDeEncerramento } from '../dominio/sessao.entity.js';

/** Why, and the session that goes on: its token must be renewed at once, like any other. */
export interface Encerramento {
  readonly motivo: MotivoDeEncerramento;
  readonly exceto?: number | null;
}

/**
 * Ends the open sessions of a user, all but `exceto`, and voids every token issued until now: here at the commit,
 * on the other replicas within seconds.
 */
export async function encerrarAcessos(
  tx: Transacao,
  usuarioId: number,
  { motivo, exceto = null }: Encerramento,
): Promise<void> {
  // The user first, as who enters does.
  await anularTokens(tx, usuarioId);
  await tx.executar(
    `UPDATE sessoes SET encerrada_em = ?, motivo_encerramento = ?
      WHERE usuario_id = ? AND encerrada_em IS NULL AND id <> ?`,
    [agoraDe(tx), motivo, usuarioId, exceto ?? 0],
  );
}

/** Voids every token of a user issued until now: what they say (roles, links) is not so any more. Sessions go on. */
export async function anularTokens(tx: Transacao, usuarioId: number): Promise<void> {
  await tx.executar('UPDATE usuarios SET versao_acesso = COALESCE(versao_acesso, 1) + 1 WHERE id = ?', [
    usuarioId,
  ]);
  const [linha] = await tx.consultar('SELECT versao_acesso FROM usuarios WHERE id = ?', [usuarioId]);
  if (linha) await revogar(tx, [{ usuarioId, versao: inteiro(linha.versao_acesso) }]);
}

/** Ends one session of a user, and its tokens with it; false when it is not theirs, or was over. */
export async function encerrarSessao(
  tx: Transacao,
  usuarioId: number,
  sessaoId: number,
  motivo: MotivoDeEncerramento,
): Promise<boolean> {
  const agora = agoraDe(tx);
  const encerradas = await tx.executar(
    `UPDATE sessoes SET encerrada_em = ?, motivo_encerramento = ?
      WHERE id = ? AND usuario_id = ? AND encerrada_em IS NULL AND expira_em > ?`,
    [agora, motivo, sessaoId, usuarioId, agora],
  );
  if (encerradas === 0) return false;
  await revogar(tx, [{ usuarioId, sessaoId }]);
  return true;
}

/** Ends every open session of a user but this one, whose tokens stay good. */
export async function encerrarOutras(
  tx: Transacao,
  usuarioId: number,
  sessaoId: number | null,
): Promise<void> {
  const abertas = await tx.consultar(
    `SELECT id FROM sessoes WHERE usuario_id = ? AND encerrada_em IS NULL AND id <> ?${travar(tx.motor)}`,
    [usuarioId, sessaoId ?? 0],
  );
  await tx.executar(
    `UPDATE sessoes SET encerrada_em = ?, motivo_encerramento = 'OUTRAS'
      WHERE usuario_id = ? AND encerrada_em IS NULL AND id <> ?`,
    [agoraDe(tx), usuarioId, sessaoId ?? 0],
  );
  await revogar(
    tx,
    abertas.map((linha) => ({ usuarioId, sessaoId: inteiro(linha.id) })),
  );
}
