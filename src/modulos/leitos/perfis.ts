import type { Papel } from '../../plataforma/seguranca/autor.js';

/** Who does what to beds; ADMIN always may. */
export const EQUIPE: readonly Papel[] = [
  'GESTAO',
  'MEDICO',
  'ENFERMAGEM',
  'RECEPCAO',
  'FARMACIA',
  'FATURAMENTO',
  'AUDITOR',
];
export const CADASTRA: readonly Papel[] = ['GESTAO'];
export const RESERVA: readonly Papel[] = ['MEDICO', 'ENFERMAGEM', 'RECEPCAO', 'GESTAO'];
export const LIMPA: readonly Papel[] = ['ENFERMAGEM', 'RECEPCAO', 'GESTAO'];
export const BLOQUEIA: readonly Papel[] = ['ENFERMAGEM', 'GESTAO'];
