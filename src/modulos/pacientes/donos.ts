import { registrosDePacientes } from '../../plataforma/seguranca/registros-de-pacientes.js';
import { PACIENTE } from './dominio/registro-de-pacientes.js';

/** A patient's record is his own. */
export const DONOS_DOS_PACIENTES = registrosDePacientes({
  tipo: 'paciente',
  tabelas: 'pacientes r',
  paciente: 'r.id',
  inexistente: (id) => PACIENTE.inexistente(id),
});
