import type { FastifyReply } from 'fastify';

/**
 * Nothing is loaded, run or sent from these pages, save the search form to themselves; the frame of a message
 * inherits the same.
 */
const CABECALHOS = {
  'Content-Security-Policy':
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  Vary: 'Accept',
};

/** An answer of the mailbox that is a page. */
export const comoPagina = (resposta: FastifyReply): FastifyReply =>
  resposta.headers(CABECALHOS).type('text/html; charset=utf-8');

/** An answer of the mailbox that is saved, never shown. */
export const comoArquivo = (resposta: FastifyReply, nome: string, tipo: string): FastifyReply =>
  resposta.headers(CABECALHOS).header('Content-Disposition', `attachment; filename="${nome}"`).type(tipo);
