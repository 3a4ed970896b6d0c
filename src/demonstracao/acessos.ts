import type { Papel } from '../plataforma/seguranca/autor.js';

/** Everybody knows it: that is why these logins work on this machine only. */
export const SENHA_DA_DEMONSTRACAO = 'demonstracao';

/** One login a role. */
export const ACESSOS: readonly { readonly papel: Papel; readonly email: string }[] = [
  { papel: 'ADMIN', email: 'admin@hospital.local' },
  { papel: 'GESTAO', email: 'gestao@hospital.local' },
  { papel: 'MEDICO', email: 'medico@hospital.local' },
  { papel: 'ENFERMAGEM', email: 'enfermagem@hospital.local' },
  { papel: 'RECEPCAO', email: 'recepcao@hospital.local' },
  { papel: 'FARMACIA', email: 'farmacia@hospital.local' },
  { papel: 'FATURAMENTO', email: 'faturamento@hospital.local' },
  { papel: 'AUDITOR', email: 'auditor@hospital.local' },
  { papel: 'PACIENTE', email: 'paciente@hospital.local' },
];
