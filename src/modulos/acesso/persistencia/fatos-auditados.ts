import type { FatoAuditado } from '../../../plataforma/auditoria/registro-de-auditoria.js';

/** What the trail tells of an account whose owner a code, and not a token, names. */
export const daConta = (acao: string, usuarioId: number, pacienteId: number | null = null): FatoAuditado => ({
  acao,
  registro: { tipo: 'usuario', id: usuarioId },
  pacienteId,
  campos: [],
  usuarioId,
});

/** What it tells of a session: whose it is, said by it and not by a token. */
export const daSessao = (acao: string, id: number, usuarioId: number): FatoAuditado => ({
  acao,
  registro: { tipo: 'sessao', id },
  pacienteId: null,
  campos: [],
  usuarioId,
});
