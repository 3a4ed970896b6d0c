import type { ConfiguracaoDoCorreio } from '../../config/ambiente.js';
import type { MensagemDeCorreio } from './correio.js';

export type Remetente = Pick<ConfiguracaoDoCorreio, 'remetente' | 'nomeDoRemetente'>;

/** A message as nodemailer takes it: what leaves by SMTP and what the local mailbox lets download are the same. */
export const comoCarta = (
  { messageId, para, assunto, html, texto }: MensagemDeCorreio,
  { remetente, nomeDoRemetente }: Remetente,
) => ({
  messageId,
  from: { name: nomeDoRemetente, address: remetente },
  to: { name: '', address: para },
  subject: assunto,
  html,
  text: texto,
  headers: { 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
});
