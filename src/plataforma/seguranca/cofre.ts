import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Ambiente } from '../../config/ambiente.js';

const ALGORITMO = 'aes-256-gcm';
const FORMA = /^v1\.([\w-]{8})\.([\w-]{38,})$/;
const BYTES_DO_NUMERO = 12;
const BYTES_DA_MARCA = 16;

/** What was sealed cannot be opened: another key, another context, or somebody changed it. */
export class SegredoIlegivel extends Error {
  constructor() {
    super('a sealed text could not be opened');
    this.name = 'SegredoIlegivel';
  }
}

/**
 * Seals what must not lie in the clear: AES-256-GCM, with a key derived from JWT_SECRET (HKDF-SHA-256). The context
 * (whose it is, what it is for) is authenticated: a sealed text moved to another row does not open there. The name
 * of the key goes before it, `v1.<key>.<nonce, text and tag>`, so that one of another key is known without trying.
 */
export class Cofre {
  readonly #chave: Buffer;
  readonly #nome: string;

  constructor({ jwtSegredo }: Pick<Ambiente, 'jwtSegredo'>) {
    this.#chave = derivar(jwtSegredo, 'plantao:cofre:chave', 32);
    this.#nome = derivar(jwtSegredo, 'plantao:cofre:nome', 6).toString('base64url');
  }

  selar(texto: string, contexto: string): string {
    const numero = randomBytes(BYTES_DO_NUMERO);
    const cifra = createCipheriv(ALGORITMO, this.#chave, numero).setAAD(Buffer.from(contexto));
    const partes = [numero, cifra.update(texto, 'utf8'), cifra.final(), cifra.getAuthTag()];
    return `v1.${this.#nome}.${Buffer.concat(partes).toString('base64url')}`;
  }

  /** Throws `SegredoIlegivel`. */
  abrir(selado: string, contexto: string): string {
    const [, nome, corpo] = FORMA.exec(selado) ?? [];
    if (nome !== this.#nome || corpo === undefined) throw new SegredoIlegivel();
    const bytes = Buffer.from(corpo, 'base64url');
    const fim = bytes.length - BYTES_DA_MARCA;
    try {
      const cifra = createDecipheriv(ALGORITMO, this.#chave, bytes.subarray(0, BYTES_DO_NUMERO))
        .setAAD(Buffer.from(contexto))
        .setAuthTag(bytes.subarray(fim));
      const claro = [cifra.update(bytes.subarray(BYTES_DO_NUMERO, fim)), cifra.final()];
      return Buffer.concat(claro).toString('utf8');
    } catch {
      throw new SegredoIlegivel();
    }
  }

  /** True of what has the form of a sealed text, of this key or of another. */
  static selado(texto: string): boolean {
    return FORMA.test(texto);
  }
}

const derivar = (segredo: string, para: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', segredo, 'plantao', para, bytes));
