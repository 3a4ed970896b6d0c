import type { Papel } from '../../../plataforma/seguranca/autor.js';
import type { Pendencia } from '../../../plataforma/seguranca/tokens-de-acesso.js';

export interface ComoEntra {
  readonly papeis: readonly Papel[];
  readonly senhaProvisoria: boolean;
  readonly segundoFator: boolean;
}

export interface Exigencias {
  readonly exigeSegundoFator: boolean;
  readonly exigeTrocaDaSenhaInicial: boolean;
}

/** Of whom a second factor may be asked: anybody who is not only a patient. */
export const daEquipe = (papeis: readonly Papel[]): boolean => papeis.some((papel) => papel !== 'PACIENTE');

/** What this person must do before anything else: the password first, which whoever gave it knows. */
export function pendenciaDe(pessoa: ComoEntra, hospital: Exigencias): Pendencia | null {
  if (hospital.exigeTrocaDaSenhaInicial && pessoa.senhaProvisoria) return 'TROCAR_SENHA';
  if (hospital.exigeSegundoFator && daEquipe(pessoa.papeis) && !pessoa.segundoFator)
    return 'CADASTRAR_SEGUNDO_FATOR';
  return null;
}
