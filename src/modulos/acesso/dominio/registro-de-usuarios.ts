import { conflito, type ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { Registro } from '../../../plataforma/registros/registro.js';

export const USUARIO = new Registro('usuarios', 'USUARIO', 'O usuário');

/** What each unique key of the table means to people. */
export const REPETICOES: Readonly<Record<string, () => ErroDeDominio>> = {
  uq_usuarios_email: () => conflito('ACESSO.EMAIL_EM_USO', 'Já existe um usuário com este e-mail.', 'email'),
  uq_usuarios_paciente: () =>
    conflito('ACESSO.PACIENTE_EM_USO', 'Este paciente já é o de outro usuário.', 'pacienteId'),
};

export const ultimoAdministrador = (id: number): ErroDeDominio =>
  conflito(
    'USUARIO.ULTIMO_ADMINISTRADOR',
    `O usuário ${id} é o último administrador em uso. Dê esse perfil a outra pessoa antes.`,
  );
