import { conflito, type ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { Registro } from '../../../plataforma/registros/registro.js';

export const SETOR = new Registro('setores', 'SETOR', 'O setor');

/** What each unique key of the table means to people. */
export const REPETICOES: Readonly<Record<string, () => ErroDeDominio>> = {
  uq_setores_nome: () =>
    conflito('SETOR.NOME_REPETIDO', 'Já existe um setor com esse nome, em uso ou inativo.', 'nome'),
};
