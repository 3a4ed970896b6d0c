import type { ObjectLiteral } from 'typeorm';
import { travar } from '../../banco/dialeto.js';
import type { Transacao } from '../../banco/transacao.js';

/**
 * The row of a register as its entity, held until the end of the transaction, so that two changes of one
 * record follow each other instead of overwriting. Null when there is no such id.
 */
export async function carregarTravado<T extends ObjectLiteral & { id: number }>(
  tx: Transacao,
  classe: new () => T,
  id: number,
): Promise<T | null> {
  const { tableName } = tx.gerente.connection.getMetadata(classe);
  const [linha] = await tx.consultar(`SELECT id FROM ${tableName} WHERE id = ?${travar(tx.motor)}`, [id]);
  return linha
    ? tx.gerente.findOneOrFail<ObjectLiteral>(classe, { where: { id } }).then((r) => r as T)
    : null;
}
