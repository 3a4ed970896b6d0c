import { daPropriaMaquina } from './enderecos-de-rede.js';

/** Host and a plain path: nothing that could lead a link elsewhere, or carry more than the way. */
const FORMA = /^https?:\/\/(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?(?:\/[A-Za-z0-9_-]+)*\/?$/;
const EM_TODAS = new Set(['0.0.0.0', '::', '*']);

/** True for an address from which the links of e-mails may begin. */
export const urlValida = (endereco: string): boolean => FORMA.test(endereco) && URL.canParse(endereco);

/** Encrypted on the way, or never leaving this machine. What is no address is judged elsewhere. */
export function urlSegura(endereco: string): boolean {
  if (!urlValida(endereco)) return true;
  const { protocol, hostname } = new URL(endereco);
  return protocol === 'https:' || daPropriaMaquina(hostname);
}

interface Endereco {
  readonly URL_PUBLICA?: string;
  readonly HOST?: string;
  readonly PORT?: number;
}

/** The address in use, without a final slash; when none was given, that of this machine. */
export function urlPublica({ URL_PUBLICA, HOST = '127.0.0.1', PORT = 8000 }: Endereco): string {
  if (URL_PUBLICA !== undefined) return URL_PUBLICA.replace(/\/$/, '');
  const host = EM_TODAS.has(HOST) ? '127.0.0.1' : HOST.includes(':') ? `[${HOST}]` : HOST;
  return `http://${host}:${PORT}`;
}
