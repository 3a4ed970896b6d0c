import type { Alcance, Autor, Papel } from './autor.js';

/** Work with everybody's records; of these, only ADMIN sees what is clinical. */
const DO_HOSPITAL: readonly Papel[] = ['ADMIN', 'GESTAO', 'RECEPCAO', 'FATURAMENTO', 'AUDITOR'];
const DE_CUIDADO: readonly Papel[] = ['MEDICO', 'ENFERMAGEM', 'FARMACIA'];

/** The reach of somebody with these roles: that of each, together. */
export const alcanceDosPapeis = (papeis: readonly Papel[]): Alcance => ({
  todos: papeis.some((papel) => DO_HOSPITAL.includes(papel)),
  sobCuidado: papeis.some((papel) => DE_CUIDADO.includes(papel)),
  proprio: papeis.includes('PACIENTE'),
  papeis,
});

/** Roles whose holders do not reach everybody's records. */
export const PAPEIS_DE_ALCANCE_LIMITADO: readonly Papel[] = [...DE_CUIDADO, 'PACIENTE'];

const TUDO: Alcance = { todos: true, sobCuidado: false, proprio: false, papeis: ['ADMIN'] };

/** What the author of a request reaches: by the roles that opened the route to them, as the guard noted. */
export const alcanceDe = (autor: Autor): Alcance =>
  autor.usuarioId === null ? TUDO : (autor.alcance ?? alcanceDosPapeis(autor.papeis));
