import { registrosDePacientes } from '../../plataforma/seguranca/registros-de-pacientes.js';
import { contaNaoEncontrada } from './casos-de-uso/obter-conta.js';
import { lancamentoNaoEncontrado } from './persistencia/lancamentos.repositorio.js';

/** An account is of the patient of its stay; a charge, of who is charged. */
export const DONOS_DO_FINANCEIRO = registrosDePacientes(
  {
    tipo: 'conta',
    tabelas: 'contas r JOIN internacoes i ON i.id = r.internacao_id',
    paciente: 'i.paciente_id',
    inexistente: contaNaoEncontrada,
  },
  {
    tipo: 'lancamento',
    tabelas: 'lancamentos r',
    paciente: 'r.paciente_id',
    inexistente: lancamentoNaoEncontrado,
  },
);
