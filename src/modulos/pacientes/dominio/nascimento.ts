import { conflito, regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Dia } from '../../../plataforma/tempo/calendario.js';

/** In completed years (DOMINIO §5). */
export const IDADE_MAXIMA = 130;

/** Refuses a birth after `hoje`, the hospital's day, and an age above 130 (422, campo dataNascimento). */
export function exigirNascimentoPossivel(nascimento: Dia, hoje: Dia): void {
  if (nascimento > hoje)
    throw regraViolada(
      'PACIENTE.NASCIMENTO_NO_FUTURO',
      'A data de nascimento não pode ser depois de hoje.',
      'dataNascimento',
    );
  if (idade(nascimento, hoje) > IDADE_MAXIMA)
    throw regraViolada(
      'PACIENTE.IDADE_IMPOSSIVEL',
      `A data de nascimento daria mais de ${IDADE_MAXIMA} anos. Confira o ano.`,
      'dataNascimento',
    );
}

/** Refuses a birth after `primeiroDia`, the civil day of the patient's first admission, if any (409). */
export function exigirNascidoAte(nascimento: Dia, primeiroDia: Dia | null): void {
  if (primeiroDia !== null && nascimento > primeiroDia)
    throw conflito(
      'PACIENTE.NASCIMENTO_DEPOIS_DA_INTERNACAO',
      'A data de nascimento não pode ser depois de uma internação do paciente.',
      'dataNascimento',
    );
}

/** Completed years on `hoje`; who was born on 29 February completes them on 1 March of a common year. */
export function idade(nascimento: Dia, hoje: Dia): number {
  const anos = Number(hoje.slice(0, 4)) - Number(nascimento.slice(0, 4));
  return hoje.slice(5) < nascimento.slice(5) ? anos - 1 : anos;
}
