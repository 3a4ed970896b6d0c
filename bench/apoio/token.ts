import { createSecretKey } from 'node:crypto';
import { createSigner, createVerifier } from 'fast-jwt';
import { ADMIN_ID } from './administrador.js';

const EMISSOR = 'plantao';
/** Longer than any run. */
const VALIDADE_S = 24 * 3_600;

/** A token of the administrator, as the product would sign it. */
export function emitirToken(segredo: string): string {
  const agora = Math.floor(Date.now() / 1000);
  return createSigner({ key: chave(segredo), algorithm: 'HS256', noTimestamp: true })({
    ...{ iss: EMISSOR, aud: EMISSOR, sub: String(ADMIN_ID), papeis: ['ADMIN'], tipo: 'acesso' },
    ...{ iat: agora, exp: agora + VALIDADE_S },
  });
}

/** Verifies tokens as the product does: signature, issuer and audience at every request. Throws at a bad one. */
export function verificadorDeTokens(
  segredo: string,
): (token: string) => { sub: string; exp: number; papeis: string[] } {
  return createVerifier({
    ...{ key: chave(segredo), algorithms: ['HS256'], allowedIss: EMISSOR, allowedAud: EMISSOR },
    ignoreExpiration: true,
  }) as ReturnType<typeof verificadorDeTokens>;
}

const chave = (segredo: string): Buffer => createSecretKey(Buffer.from(segredo)).export();
