import { conflito, type ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { Registro } from '../../../plataforma/registros/registro.js';

export const MEDICO = new Registro('medicos', 'MEDICO', 'O médico');
export const ESPECIALIDADE = new Registro('especialidades', 'ESPECIALIDADE', 'A especialidade');

/** What each unique key of the tables means to people. */
export const REPETICOES: Readonly<Record<string, () => ErroDeDominio>> = {
  uq_medicos_cpf: () => conflito('MEDICO.CPF_REPETIDO', 'Já existe um médico com esse CPF.', 'cpf'),
  uq_medicos_registros_inscricao: () =>
    conflito(
      'MEDICO.REGISTRO_REPETIDO',
      'Já existe um médico com essa inscrição no conselho.',
      'numeroConselho',
    ),
  uq_especialidades_nome: () =>
    conflito('ESPECIALIDADE.NOME_REPETIDO', 'Já existe uma especialidade com esse nome.', 'nome'),
};
