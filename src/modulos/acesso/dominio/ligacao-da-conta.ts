import {
  conflito,
  type ErroDeDominio,
  naoEncontrado,
  regraViolada,
} from '../../../plataforma/erros/erro-de-dominio.js';

/** What somebody at the desk asks to make a patient's. */
export interface ContaALigar {
  readonly id: number;
  readonly ativo: boolean;
  readonly eDePaciente: boolean;
  /** Has not confirmed the address yet. */
  readonly aguarda: boolean;
  readonly pacienteId: number | null;
}

/**
 * Refuses an account that may not become a patient's. Of one that is of the staff, or out of use, it is said what is
 * said of an address without one: who works at the desk learns no more of accounts than what they need.
 */
export function exigirLigavel(
  conta: ContaALigar | null,
  quemLiga: number | null,
): asserts conta is ContaALigar {
  if (!conta?.ativo || !conta.eDePaciente)
    throw naoEncontrado(
      'ACESSO.CONTA_NAO_ENCONTRADA',
      'Não há conta de paciente com este e-mail. Confira o endereço, ou peça à pessoa que se cadastre.',
    );
  if (conta.id === quemLiga)
    throw regraViolada(
      'ACESSO.LIGACAO_DA_PROPRIA_CONTA',
      'Ninguém liga a própria conta a um paciente. Peça a outra pessoa da recepção.',
      'email',
    );
  if (conta.aguarda)
    throw conflito(
      'ACESSO.CONTA_NAO_CONFIRMADA',
      'A pessoa ainda não confirmou este e-mail. Peça que o confirme, com o código que recebeu, e tente de novo.',
      'email',
    );
  if (conta.pacienteId !== null)
    throw conflito('ACESSO.CONTA_JA_LIGADA', 'Esta conta já está ligada a um paciente.', 'email');
}

export const pacienteJaTemConta = (pacienteId: number): ErroDeDominio =>
  conflito('ACESSO.PACIENTE_JA_TEM_CONTA', `O paciente ${pacienteId} já tem uma conta ligada a ele.`);

export const pacienteSemConta = (pacienteId: number): ErroDeDominio =>
  naoEncontrado('ACESSO.PACIENTE_SEM_CONTA', `O paciente ${pacienteId} não tem conta ligada a ele.`);
