import type { ObjectLiteral } from 'typeorm';
import { travar } from '../../banco/dialeto.js';
import type { Transacao } from '../../banco/transacao.js';

/**
 * The row of a register as its entity, held until the end of the transaction, so that two changes of one
 * record follow each other instead of overwriting. Throws `ausente()` when there is no such id.
 */
export async function carregarTravado<T extends { id: number }>(
  tx: Transacao,
  classe: new () => T,
  id: number,
  ausente: () => Error,
): Promise<T> {
  const { tableName } = tx.gerente.connection.getMetadata(classe);
  const [linha] = await tx.consultar(`SELECT id FROM ${tableName} WHERE id = ?${travar(tx.motor)}`, [id]);
  if (!linha) throw ausente();
  return (await tx.gerente.findOneOrFail<ObjectLiteral>(classe, { where: { id } })) as T;
}
