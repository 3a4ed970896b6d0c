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
  /** What our own signature has been seen on, by the whole token: a look-up costs a twentieth of the library's. */
  readonly #lembrados = new Map<string, Conteudo>();

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
    const { sub, papeis, tipo, exp } = this.#lembrados.get(token) ?? this.#conferir(token);
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

  #conferir(token: string): Conteudo {
    try {
      const conteudo = this.#verificar(token) as Conteudo;
      if (this.#lembrados.size >= TOKENS_LEMBRADOS) this.#lembrados.clear();
      this.#lembrados.set(token, conteudo);
      return conteudo;
    } catch {
      throw recusado();
    }
  }
}

type Conteudo = Readonly<Record<string, unknown>>;

const recusado = (): ErroDeDominio =>
  new ErroDeDominio(
    'nao_autenticado',
    'ACESSO.TOKEN_INVALIDO',
    'O token não é válido ou já venceu. Entre de novo.',
  );
