import { registrosDePacientes } from '../../plataforma/seguranca/registros-de-pacientes.js';
import { pedidoNaoEncontrado } from './persistencia/pedidos-no-banco.js';

/** A request is of the person whose data it is about. */
export const DONOS_DOS_PEDIDOS = registrosDePacientes({
  tipo: 'pedido-de-privacidade',
  tabelas: 'pedidos_de_privacidade r',
  paciente: 'r.paciente_id',
  inexistente: pedidoNaoEncontrado,
});
