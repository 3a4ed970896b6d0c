import type { ConfiguracaoDoCorreio } from '../../config/ambiente.js';

/** Milliseconds. Nodemailer's own are two minutes to connect and ten of silence. */
export interface PrazosSmtp {
  readonly conexao: number;
  readonly saudacao: number;
  readonly silencio: number;
  /** The whole message, whatever the server trickles. */
  readonly total: number;
}

export const PRAZOS_SMTP: PrazosSmtp = { conexao: 10_000, saudacao: 10_000, silencio: 20_000, total: 60_000 };

export const CONEXOES_SMTP = 5;
/** About 2,000 messages a minute, so that a queue that grew during an outage does not look like an attack. */
const POR_SEGUNDO = 33;
const PORTA_COM_TLS = 465;

/**
 * Encryption is taken where it is offered. Without a password nothing secret is at stake, so a certificate
 * nobody vouches for still beats plain text; a password leaves this machine only encrypted and to a server
 * that proved its name.
 */
export function opcoesSmtp({ servidor, porta, usuario, senha }: ConfiguracaoDoCorreio, prazos: PrazosSmtp) {
  const comSenha = usuario !== null && senha !== null;
  const exigente = comSenha && !daPropriaMaquina(servidor ?? '');
  return {
    host: servidor ?? undefined,
    port: porta,
    secure: porta === PORTA_COM_TLS,
    ...(exigente ? { requireTLS: true } : { opportunisticTLS: true, tls: { rejectUnauthorized: false } }),
    ...(comSenha ? { auth: { user: usuario, pass: senha } } : {}),
    pool: true,
    maxConnections: CONEXOES_SMTP,
    maxRequeues: 1,
    rateDelta: 1_000,
    rateLimit: POR_SEGUNDO,
    connectionTimeout: prazos.conexao,
    greetingTimeout: prazos.saudacao,
    socketTimeout: prazos.silencio,
    dnsTimeout: prazos.conexao,
  };
}

const daPropriaMaquina = (servidor: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(servidor);
