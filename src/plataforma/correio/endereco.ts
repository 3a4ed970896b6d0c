/** Longest address that a server must accept (RFC 5321, 4.5.3.1), and longest local part. */
export const TAMANHO_DO_ENDERECO = 254;
const TAMANHO_DO_LOCAL = 64;

/**
 * Plain `local@dominio` only: no quotes, comments, groups, display name, blanks or control characters, which
 * are legal in RFC 5322 and have each been used to reach somebody else. Domains without a dot are accepted.
 */
const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const ROTULO = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** True for an address that may be handed to a mail server. */
export function enderecoValido(endereco: string): boolean {
  if (endereco.length > TAMANHO_DO_ENDERECO) return false;
  const [local = '', dominio = '', ...resto] = endereco.split('@');
  return (
    resto.length === 0 &&
    local.length <= TAMANHO_DO_LOCAL &&
    LOCAL.test(local) &&
    dominio.split('.').every((rotulo) => ROTULO.test(rotulo))
  );
}

/** `operacao@hospital.local` as other people may see it: `o***@hospital.local`. */
export function mascararEndereco(endereco: string): string {
  const arroba = endereco.lastIndexOf('@');
  return arroba < 1 ? '***' : `${[...endereco][0]}***${endereco.slice(arroba)}`;
}
