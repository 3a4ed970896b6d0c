import type { Transacao } from '../../../banco/transacao.js';
import { type DadosPostais, Endereco } from '../dominio/endereco.entity.js';

/**
 * One more address of the patient, whose row the caller holds; answers its id. The first is the main one;
 * a later one becomes it when `principal`, and the previous stays in the history.
 */
export async function acrescentarEndereco(
  tx: Transacao,
  pacienteId: number,
  dados: DadosPostais,
  principal: boolean,
  agora: Date,
): Promise<number> {
  const atual = await tx.gerente.findOneBy(Endereco, { pacientePrincipalId: pacienteId });
  if (principal && atual) await semPrincipal(tx, pacienteId);
  return (await tx.gerente.save(Endereco.registrar(pacienteId, dados, principal || !atual, agora))).id;
}

/** The main address as a PATCH gives it: null leaves the patient without one, the same one again changes nothing. */
export async function definirPrincipal(
  tx: Transacao,
  pacienteId: number,
  dados: DadosPostais | null,
  agora: Date,
): Promise<void> {
  if (dados === null) return semPrincipal(tx, pacienteId);
  const atual = await tx.gerente.findOneBy(Endereco, { pacientePrincipalId: pacienteId });
  if (!atual?.ehO(dados)) await acrescentarEndereco(tx, pacienteId, dados, true, agora);
}

async function semPrincipal(tx: Transacao, pacienteId: number): Promise<void> {
  await tx.executar('UPDATE enderecos SET paciente_principal_id = NULL WHERE paciente_principal_id = ?', [
    pacienteId,
  ]);
}
