import { booleano, inteiro, ouNulo, travar } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import type { ContaALigar } from '../dominio/ligacao-da-conta.js';

/** The account at an address, held until the end of the transaction. */
export interface ContaDoEndereco {
  readonly id: number;
  readonly ativo: boolean;
  /** Has not confirmed the address yet. */
  readonly aguarda: boolean;
}

export async function travarContaDe(tx: Transacao, email: string): Promise<ContaDoEndereco | null> {
  const [linha] = await tx.consultar(
    `SELECT id, ativo, aguarda_verificacao_desde FROM usuarios WHERE email = ?${travar(tx.motor)}`,
    [email],
  );
  if (!linha) return null;
  return {
    id: inteiro(linha.id),
    ativo: booleano(linha.ativo),
    aguarda: linha.aguarda_verificacao_desde !== null,
  };
}

/** Another password, of the person's own choice; whoever holds the account calls it. */
export async function trocarSenha(tx: Transacao, id: number, senhaHash: string, agora: Date): Promise<void> {
  await tx.executar(
    `UPDATE usuarios SET senha_hash = ?, senha_provisoria = ?, senha_de_cadastro = ?, atualizado_em = ?,
            versao = versao + 1
      WHERE id = ?`,
    [senhaHash, false, false, agora, id],
  );
}

/** A sign-up that nobody confirmed in time gives way to another. */
export async function trocarCadastro(
  tx: Transacao,
  id: number,
  nome: string,
  senhaHash: string,
  agora: Date,
): Promise<void> {
  await trocarSenha(tx, id, senhaHash, agora);
  await tx.executar('UPDATE usuarios SET nome = ?, senha_de_cadastro = ? WHERE id = ?', [nome, true, id]);
}

/** The address is confirmed: the account may be used, by this patient if any. */
export async function confirmarConta(
  tx: Transacao,
  id: number,
  pacienteId: number | null,
  agora: Date,
): Promise<void> {
  await tx.executar(
    `UPDATE usuarios SET aguarda_verificacao_desde = NULL, paciente_id = ?, atualizado_em = ?, versao = versao + 1
      WHERE id = ?`,
    [pacienteId, agora, id],
  );
}

/** Whether some account is already this patient's. */
export async function pacienteTemConta(tx: Transacao, pacienteId: number): Promise<boolean> {
  return (await tx.consultar('SELECT id FROM usuarios WHERE paciente_id = ?', [pacienteId])).length > 0;
}

/** The account at an address, as who makes it a patient's judges it; held until the end of the transaction. */
export async function travarContaALigar(tx: Transacao, email: string): Promise<ContaALigar | null> {
  const conta = await travarContaDe(tx, email);
  if (!conta) return null;
  const [linha] = await tx.consultar('SELECT paciente_id FROM usuarios WHERE id = ?', [conta.id]);
  const papeis = await tx.consultar(
    "SELECT id FROM usuarios_papeis WHERE usuario_id = ? AND papel = 'PACIENTE'",
    [conta.id],
  );
  return { ...conta, eDePaciente: papeis.length > 0, pacienteId: ouNulo(inteiro)(linha?.paciente_id) };
}

/** The account that is this patient's, held until the end of the transaction. */
export async function travarContaDoPaciente(tx: Transacao, pacienteId: number): Promise<number | null> {
  const [linha] = await tx.consultar(`SELECT id FROM usuarios WHERE paciente_id = ?${travar(tx.motor)}`, [
    pacienteId,
  ]);
  return linha ? inteiro(linha.id) : null;
}

/** Whose record the account reaches from now on; null: nobody's. Whoever holds both calls it. */
export async function ligarConta(
  tx: Transacao,
  id: number,
  pacienteId: number | null,
  agora: Date,
): Promise<void> {
  await tx.executar(
    'UPDATE usuarios SET paciente_id = ?, atualizado_em = ?, versao = versao + 1 WHERE id = ?',
    [pacienteId, agora, id],
  );
}
