import { createSecretKey } from 'node:crypto';
import { createSigner, createVerifier } from 'fast-jwt';
import { PESSOAS, type Quem } from './pessoas.js';

const EMISSOR = 'plantao';
/** Longer than any run. */
const VALIDADE_S = 24 * 3_600;

/** A token of this person, as the product would sign it. */
export function emitirToken(segredo: string, quem: Quem): string {
  const { id, papel, pacienteId } = PESSOAS[quem];
  const agora = Math.floor(Date.now() / 1000);
  return createSigner({ key: chave(segredo), algorithm: 'HS256', noTimestamp: true })({
    ...{ iss: EMISSOR, aud: EMISSOR, sub: String(id), papeis: [papel], tipo: 'acesso' },
    ...{ pac: pacienteId, ver: 1 },
    ...{ iat: agora, exp: agora + VALIDADE_S },
  });
}

interface Conteudo {
  readonly sub: string;
  readonly exp: number;
  readonly papeis: readonly string[];
}

/** Verifies tokens as the product does: signature, issuer and audience of one not seen before. Throws at a bad one. */
export function verificadorDeTokens(segredo: string): (token: string) => Conteudo {
  const verificar = createVerifier({
    ...{ key: chave(segredo), algorithms: ['HS256'], allowedIss: EMISSOR, allowedAud: EMISSOR },
    ignoreExpiration: true,
  }) as (token: string) => Conteudo;
  const lembrados = new Map<string, Conteudo>();
  return (token) => {
    const conteudo = lembrados.get(token) ?? verificar(token);
    lembrados.set(token, conteudo);
    return conteudo;
  };
}

const chave = (segredo: string): Buffer => createSecretKey(Buffer.from(segredo)).export();
