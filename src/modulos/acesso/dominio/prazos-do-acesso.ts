import type { Finalidade } from '../contrato/codigos-de-acesso.js';

const MINUTO_MS = 60_000;
const HORA_MS = 60 * MINUTO_MS;

/** How long a code lasts, from the moment its e-mail is written (ASVS V6.5.5 for the reset). */
export const VIDA_DO_CODIGO_MS: Readonly<Record<Finalidade, number>> = {
  VERIFICACAO: 24 * HORA_MS,
  REDEFINICAO: 10 * MINUTO_MS,
};

/** How long what a sign-up told is kept for the confirmation, and how long anything asked is remembered at all. */
export const VIDA_DO_PEDIDO_MS = 24 * HORA_MS;

/** E-mails of one kind to one account, and in how long. More are silently not sent. */
export const AVISOS_POR_CONTA = 3;
export const JANELA_DOS_AVISOS_MS = HORA_MS;
