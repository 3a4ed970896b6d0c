import { conflito, type ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { Registro } from '../../../plataforma/registros/registro.js';

export const PACIENTE = new Registro('pacientes', 'PACIENTE', 'O paciente');
export const ENDERECO = new Registro('enderecos', 'ENDERECO', 'O endereço');

/** What each unique key of the table means to people; the number itself is not repeated. */
export const REPETICOES: Readonly<Record<string, () => ErroDeDominio>> = {
  uq_pacientes_cpf: () => conflito('PACIENTE.CPF_REPETIDO', 'Já existe um paciente com esse CPF.', 'cpf'),
  uq_pacientes_cns: () =>
    conflito('PACIENTE.CNS_REPETIDO', 'Já existe um paciente com esse Cartão Nacional de Saúde.', 'cns'),
};
