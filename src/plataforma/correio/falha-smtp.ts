import { FalhaDeEnvio } from './correio.js';

/** What nodemailer says of a failure: `code` is its own word, `responseCode` the server's, `command` where it was. */
interface ErroDoNodemailer {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  readonly command?: unknown;
}

/** Where a 5xx speaks of this message or this person; elsewhere it speaks of our settings, which people mend. */
const DA_MENSAGEM = new Set<unknown>(['RCPT TO', 'DATA']);

/** 503 says that the session went wrong, not the message: another connection may take it. */
const MA_SEQUENCIA = 503;

const SEM_RESPOSTA = new Map<unknown, string>([
  ['ETIMEDOUT', 'TEMPO_ESGOTADO'],
  ['EABORT', 'TEMPO_ESGOTADO'],
  ['ESOCKET', 'SEM_CONEXAO'],
  ['ECONNECTION', 'SEM_CONEXAO'],
  ['EDNS', 'SEM_CONEXAO'],
  ['ETLS', 'CIFRA_RECUSADA'],
  ['EAUTH', 'SENHA_RECUSADA'],
  ['ENOAUTH', 'SENHA_RECUSADA'],
]);

/**
 * Reads a failed SMTP conversation (RFC 5321, 4.2.1): a 5xx to RCPT or DATA is for ever; a 4xx, a timeout, a
 * dropped connection or a refused login may pass. Nodemailer calls 451 and 550 alike EENVELOPE: only the
 * server's number tells them apart.
 */
export function falhaSmtp(erro: unknown): FalhaDeEnvio {
  const { code, responseCode, command } = (
    typeof erro === 'object' && erro !== null ? erro : {}
  ) as ErroDoNodemailer;
  if (typeof responseCode === 'number') {
    const recusada = responseCode >= 500 && responseCode <= 599 && responseCode !== MA_SEQUENCIA;
    return new FalhaDeEnvio(recusada && DA_MENSAGEM.has(command), `SMTP_${responseCode}`);
  }
  if (code === 'EENVELOPE') return new FalhaDeEnvio(true, 'ENDERECO_INVALIDO');
  return new FalhaDeEnvio(false, SEM_RESPOSTA.get(code) ?? 'FALHA_DE_ENVIO');
}
