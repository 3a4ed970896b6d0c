import { registrosDePacientes } from '../../plataforma/seguranca/registros-de-pacientes.js';
import { internacaoNaoEncontrada } from './persistencia/recusas.js';

/** A stay, or the request for one, is its patient's. */
export const DONOS_DAS_INTERNACOES = registrosDePacientes({
  tipo: 'internacao',
  tabelas: 'internacoes r',
  paciente: 'r.paciente_id',
  inexistente: internacaoNaoEncontrada,
});
