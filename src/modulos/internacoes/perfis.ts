import type { Papel } from '../../plataforma/seguranca/autor.js';

/** Who sees stays and the waiting list. */
export const LEITURA: readonly Papel[] = ['MEDICO', 'ENFERMAGEM', 'RECEPCAO', 'FATURAMENTO', 'GESTAO'];
/** Who admits, moves and corrects. */
export const ASSISTENCIA: readonly Papel[] = ['MEDICO', 'ENFERMAGEM', 'RECEPCAO'];
/** Who discharges. */
export const ALTA: readonly Papel[] = ['MEDICO', 'ENFERMAGEM'];
/** Who says no to a request. */
export const REGULACAO: readonly Papel[] = ['MEDICO', 'ENFERMAGEM', 'GESTAO'];
/** Who takes back what was entered. */
export const CANCELAMENTO: readonly Papel[] = ['MEDICO', 'ENFERMAGEM', 'RECEPCAO', 'GESTAO'];
