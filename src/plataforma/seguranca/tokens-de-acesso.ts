import { createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { createSigner, createVerifier } from 'fast-jwt';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { Relogio } from '../tempo/relogio.js';
import { type Autor, PAPEIS, type Papel } from './autor.js';

/** How long a login lasts. */
export const VALIDADE_DO_ACESSO_S = 3_600;

const EMISSOR = 'plantao';
/** Whose signature need not be computed again; when they end is looked at each time. */
const TOKENS_LEMBRADOS = 1_000;

/** Bearer tokens, HS256 only. */
@Injectable()
export class TokensDeAcesso {
  readonly #assinar: (conteudo: object) => string;
  readonly #verificar: (token: string) => unknown;

  constructor(
    segredo: string,
    private readonly relogio: Relogio,
  ) {
    const key = createSecretKey(Buffer.from(segredo)).export();
    this.#assinar = createSigner({ key, algorithm: 'HS256', noTimestamp: true });
    this.#verificar = createVerifier({
      key,
      algorithms: ['HS256'],
      allowedIss: EMISSOR,
      allowedAud: EMISSOR,
      ignoreExpiration: true,
      cache: TOKENS_LEMBRADOS,
    });
  }

  /** Signs an access token for this person; also when it ends. */
  emitir(autor: Autor): { token: string; expiraEm: Date } {
    const agora = Math.floor(this.relogio.agora().getTime() / 1000);
    const exp = agora + VALIDADE_DO_ACESSO_S;
    const token = this.#assinar({
      iss: EMISSOR,
      aud: EMISSOR,
      sub: String(autor.usuarioId),
      papeis: autor.papeis,
      tipo: 'acesso',
      iat: agora,
      exp,
    });
    return { token, expiraEm: new Date(exp * 1000) };
  }

  /** Who the token speaks for; refuses anything that is not ours, or not any more. */
  ler(token: string): Autor {
    let conteudo: Record<string, unknown>;
    try {
      conteudo = this.#verificar(token) as Record<string, unknown>;
    } catch {
      throw recusado();
    }
    const { sub, papeis, tipo, exp } = conteudo;
    const vencido = typeof exp !== 'number' || exp * 1000 <= this.relogio.agora().getTime();
    if (
      vencido ||
      tipo !== 'acesso' ||
      typeof sub !== 'string' ||
      !/^\d+$/.test(sub) ||
      !Array.isArray(papeis)
    )
      throw recusado();
    return { usuarioId: Number(sub), papeis: papeis.filter((p): p is Papel => PAPEIS.includes(p as Papel)) };
  }
}

const recusado = (): ErroDeDominio =>
  new ErroDeDominio(
    'nao_autenticado',
    'ACESSO.TOKEN_INVALIDO',
    'O token não é válido ou já venceu. Entre de novo.',
  );
