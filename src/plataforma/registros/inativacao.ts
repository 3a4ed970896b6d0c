import type { Transacao } from '../../banco/transacao.js';
import { Texto } from '../http/campos.js';
import type { Registro } from './registro.js';

/** Body of `POST /{id}/inativar`, query of `DELETE /{id}`. */
export class MotivoDaInativacao {
  @Texto({ max: 300, exemplo: 'Cadastro repetido.', descricao: 'Por que o cadastro sai de uso.' })
  motivo!: string;
}

/** Takes a record out of use; nothing is deleted. One statement, so two people at once are one success and one 409. */
export async function inativar(
  tx: Transacao,
  registro: Registro,
  id: number,
  motivo: string,
  agora: Date,
): Promise<void> {
  const alteradas = await tx.executar(
    `UPDATE ${registro.tabela} SET ativo = ?, inativado_em = ?, motivo_inativacao = ?, atualizado_em = ?, versao = versao + 1
      WHERE id = ? AND ativo = ?`,
    [false, agora, motivo, agora, id, true],
  );
  if (alteradas === 0)
    throw (await existe(tx, registro, id)) ? registro.jaInativo(id) : registro.inexistente(id);
}

/** Puts it back in use. */
export async function reativar(tx: Transacao, registro: Registro, id: number, agora: Date): Promise<void> {
  const alteradas = await tx.executar(
    `UPDATE ${registro.tabela} SET ativo = ?, inativado_em = NULL, motivo_inativacao = NULL, atualizado_em = ?, versao = versao + 1
      WHERE id = ? AND ativo = ?`,
    [true, agora, id, false],
  );
  if (alteradas === 0)
    throw (await existe(tx, registro, id)) ? registro.jaAtivo(id) : registro.inexistente(id);
}

const existe = async (tx: Transacao, registro: Registro, id: number): Promise<boolean> =>
  (await tx.consultar(`SELECT id FROM ${registro.tabela} WHERE id = ?`, [id])).length > 0;
