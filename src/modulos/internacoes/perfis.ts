import type { Papel } from '../../plataforma/seguranca/autor.js';

/** Who sees the waiting list, and who is about to leave. */
export const LEITURA: readonly Papel[] = ['MEDICO', 'ENFERMAGEM', 'RECEPCAO', 'FATURAMENTO', 'GESTAO'];
/** Who sees stays. */
export const LEITURA_DE_ESTADIAS: readonly Papel[] = [...LEITURA, 'FARMACIA', 'PACIENTE'];
/** Who admits, moves and corrects. */
export const ASSISTENCIA: readonly Papel[] = ['MEDICO', 'ENFERMAGEM', 'RECEPCAO'];
/** Who discharges. */
export const ALTA: readonly Papel[] = ['MEDICO', 'ENFERMAGEM'];
/** Who says no to a request. */
export const REGULACAO: readonly Papel[] = ['MEDICO', 'ENFERMAGEM', 'GESTAO'];
/** Who takes back what was entered. */
export const CANCELAMENTO: readonly Papel[] = ['MEDICO', 'ENFERMAGEM', 'RECEPCAO', 'GESTAO'];
