import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, type Options, verify } from '@node-rs/argon2';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { Semaforo } from './semaforo.js';

/** argon2id, 19 MiB, 2 passes, 1 lane: OWASP Password Storage Cheat Sheet. 2 is Argon2id (a const enum, unseen at run time). */
const PARAMETROS: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2 fills libuv's four threads: more than this at once would stall everything else. */
const SIMULTANEAS = 2;
const NA_FILA = 64;

/** Password hashes. Past the queue's size it refuses (429 `ACESSO.OCUPADO`) rather than let everybody wait. */
@Injectable()
export class Senhas {
  readonly #vez = new Semaforo(SIMULTANEAS, NA_FILA, ocupado);
  /** What is verified for people who do not exist, so that the answer takes as long. */
  readonly #isca = hash(randomUUID(), PARAMETROS);

  /** The hash to store, in the PHC format, with a salt of its own. */
  gerar(senha: string): Promise<string> {
    return this.#vez.executar(() => hash(normalizar(senha), PARAMETROS));
  }

  /** Whether this is the password behind `senhaHash`; null (no such person) costs the same and is never true. */
  async confere(senha: string, senhaHash: string | null): Promise<boolean> {
    return (await this.qual(senha, [senhaHash])) === 0;
  }

  /**
   * Which of these it is the password of, -1: of none. One turn for all: who is told that there is no turn has learned
   * nothing of the first.
   */
  async qual(senha: string, hashes: readonly (string | null)[]): Promise<number> {
    const isca = await this.#isca;
    return this.#vez.executar(async () => {
      for (const [i, senhaHash] of hashes.entries())
        if ((await verify(senhaHash ?? isca, normalizar(senha))) && senhaHash !== null) return i;
      return -1;
    });
  }
}

/** What looks like the hash of a password and is that of none: nobody enters by it. Costs nothing. */
export const senhaDeNinguem = (): string =>
  `$argon2id$v=19$m=${PARAMETROS.memoryCost},t=${PARAMETROS.timeCost},p=${PARAMETROS.parallelism}$${semFolga(16)}$${semFolga(32)}`;

const semFolga = (bytes: number): string => randomBytes(bytes).toString('base64').replace(/=+$/, '');

/** One password, whatever keyboard composed its accents (NIST SP 800-63B 5.1.1.2). */
const normalizar = (senha: string): string => senha.normalize('NFKC');

const ocupado = (): ErroDeDominio =>
  new ErroDeDominio(
    'excesso',
    'ACESSO.OCUPADO',
    'Há muitas entradas ao mesmo tempo. Tente de novo em instantes.',
  );
