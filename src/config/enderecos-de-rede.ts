import { isIP } from 'node:net';

/** The parts of a list separated by commas, without spaces or empty ones. */
export const partesDe = (lista: string | undefined): readonly string[] =>
  (lista ?? '')
    .split(',')
    .map((parte) => parte.trim())
    .filter((parte) => parte !== '');

/** `https://painel.hospital.br`, `http://127.0.0.1:5173`: scheme, host and port as a browser writes them. */
export function origemValida(texto: string): boolean {
  try {
    const { origin, protocol } = new URL(texto);
    return origin === texto && (protocol === 'https:' || protocol === 'http:') && !texto.includes('*');
  } catch {
    return false;
  }
}

/** `10.0.0.7`, `172.18.0.0/16`, `2001:db8::/64`; a range so wide that it is everybody is none. */
export function redeValida(texto: string): boolean {
  const [endereco = '', prefixo, ...resto] = texto.split('/');
  const versao = isIP(endereco);
  if (versao === 0 || endereco.includes('%') || resto.length > 0) return false;
  if (prefixo === undefined) return true;
  return (
    /^[1-9]\d{0,2}$/.test(prefixo) && Number(prefixo) >= 8 && Number(prefixo) <= (versao === 4 ? 32 : 128)
  );
}

/** Names of this machine for itself. */
export const daPropriaMaquina = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
