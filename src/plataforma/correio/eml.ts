import { type Remetente, comoCarta } from './carta.js';
import type { MensagemGuardada } from './caixa-local.js';

/** The message as a file that any mail program opens (RFC 5322). */
export async function comoEml(mensagem: MensagemGuardada, remetente: Remetente): Promise<Buffer> {
  const { createTransport } = await import('nodemailer');
  const gravador = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await gravador.sendMail({
    ...comoCarta(mensagem, remetente),
    date: mensagem.recebidaEm,
  });
  return message as Buffer;
}
