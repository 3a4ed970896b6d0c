import type { Transacao } from '../../../banco/transacao.js';
import { type DadosPostais, Endereco } from '../dominio/endereco.entity.js';
import { ENDERECO, PACIENTE } from '../dominio/registro-de-pacientes.js';

const RETIRADO = 'Retirado do cadastro do paciente.';

/**
 * Holds the patient whose addresses are about to change: they change one at a time. Counts as a change of
 * his record, which shows the main one.
 */
export async function travarDono(tx: Transacao, pacienteId: number, agora: Date): Promise<void> {
  const alterados = await tx.executar(
    'UPDATE pacientes SET versao = versao + 1, atualizado_em = ? WHERE id = ?',
    [agora, pacienteId],
  );
  if (alterados === 0) throw PACIENTE.inexistente(pacienteId);
}

/**
 * One more address of the patient, whose row the caller holds; answers its id. The first in use is the main
 * one; a later one takes its place when `principal`.
 */
export async function acrescentarEndereco(
  tx: Transacao,
  pacienteId: number,
  dados: DadosPostais,
  principal: boolean,
  agora: Date,
): Promise<number> {
  if (principal) await cederPrincipal(tx, pacienteId, agora);
  const assume = principal || !(await tx.gerente.existsBy(Endereco, { pacientePrincipalId: pacienteId }));
  return (await tx.gerente.save(Endereco.registrar(pacienteId, dados, assume, agora))).id;
}

/** The main address as a PATCH of the patient gives it: null takes all of them out of use, the same one again changes nothing. */
export async function definirPrincipal(
  tx: Transacao,
  pacienteId: number,
  dados: DadosPostais | null,
  agora: Date,
): Promise<void> {
  if (dados === null) return retirarTodos(tx, pacienteId, agora);
  const atual = await tx.gerente.findOneBy(Endereco, { pacientePrincipalId: pacienteId });
  if (!atual?.ehO(dados)) await acrescentarEndereco(tx, pacienteId, dados, true, agora);
}

/** The main address, if there is one, makes room for another. */
export async function cederPrincipal(tx: Transacao, pacienteId: number, agora: Date): Promise<void> {
  await tx.executar(
    `UPDATE enderecos SET paciente_principal_id = NULL, atualizado_em = ?, versao = versao + 1
      WHERE paciente_principal_id = ?`,
    [agora, pacienteId],
  );
}

/** The address, whose patient the caller holds; 404 when this patient has no such address. */
export async function enderecoDoPaciente(tx: Transacao, pacienteId: number, id: number): Promise<Endereco> {
  const endereco = await tx.gerente.findOneBy(Endereco, { id, pacienteId });
  if (!endereco) throw ENDERECO.inexistente(id);
  return endereco;
}

/** True when the patient has another address in use: of those, one is always the main one. */
export async function temOutroEmUso(tx: Transacao, pacienteId: number, id: number): Promise<boolean> {
  const outros = await tx.consultar(
    'SELECT id FROM enderecos WHERE paciente_id = ? AND ativo = ? AND id <> ? LIMIT 1',
    [pacienteId, true, id],
  );
  return outros.length > 0;
}

async function retirarTodos(tx: Transacao, pacienteId: number, agora: Date): Promise<void> {
  await tx.executar(
    `UPDATE enderecos SET paciente_principal_id = NULL, ativo = ?, inativado_em = ?, motivo_inativacao = ?,
            atualizado_em = ?, versao = versao + 1
      WHERE paciente_id = ? AND ativo = ?`,
    [false, agora, RETIRADO, agora, pacienteId, true],
  );
}
