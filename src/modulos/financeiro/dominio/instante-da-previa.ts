import { regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';

/** Refuses an instant (422) at which the stay had not begun yet, or was already over. */
export function exigirDentroDaEstadia(
  em: Date,
  { entrada, saida }: { readonly entrada: Date; readonly saida: Date | null },
): void {
  if (em < entrada)
    throw regraViolada(
      'CONTA.EM_ANTES_DA_ENTRADA',
      `O instante informado é anterior à entrada do paciente (${entrada.toISOString()}).`,
      'em',
    );
  if (saida !== null && em > saida)
    throw regraViolada(
      'CONTA.EM_DEPOIS_DA_SAIDA',
      `O paciente já tinha saído no instante informado (a saída foi em ${saida.toISOString()}).`,
      'em',
    );
}
