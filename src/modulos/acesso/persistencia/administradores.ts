import { inteiro, travar } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import { ultimoAdministrador } from '../dominio/registro-de-usuarios.js';

/**
 * Refuses to leave the hospital without an administrator who may enter (409). Holds all of them: two who take
 * each other out at the same time queue up.
 */
export async function exigirOutroAdministrador(tx: Transacao, id: number): Promise<void> {
  const administradores = await tx.consultar(
    `SELECT u.id FROM usuarios_papeis p JOIN usuarios u ON u.id = p.usuario_id
      WHERE p.papel = ? AND u.ativo = ?${travar(tx.motor)}`,
    ['ADMIN', true],
  );
  const ids = administradores.map((l) => inteiro(l.id));
  if (ids.includes(id) && ids.length === 1) throw ultimoAdministrador(id);
}
