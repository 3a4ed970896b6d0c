import { conflito, type ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { Registro } from '../../../plataforma/registros/registro.js';

export const CONVENIO = new Registro('convenios', 'CONVENIO', 'O convênio');

/** What each unique key of the table means to people. */
export const REPETICOES: Readonly<Record<string, () => ErroDeDominio>> = {
  uq_convenios_registro_ans: () =>
    conflito(
      'CONVENIO.REGISTRO_ANS_REPETIDO',
      'Já existe um convênio com esse registro da ANS.',
      'registroAns',
    ),
  uq_convenios_cnpj: () => conflito('CONVENIO.CNPJ_REPETIDO', 'Já existe um convênio com esse CNPJ.', 'cnpj'),
};
