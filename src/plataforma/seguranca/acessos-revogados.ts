import { Injectable } from '@nestjs/common';

/** Tokens that are void before their time: all of a session, or those of a user with an older access version. */
export interface Revogacao {
  readonly usuarioId: number;
  readonly sessaoId: number | null;
  readonly versao: number | null;
  readonly em: Date;
}

/**
 * What this replica knows to be void before its time. In memory, so that no request asks the database; who fills
 * it (`Revogacoes`) reads what all replicas share, and forgets what no token can outlive.
 */
@Injectable()
export class AcessosRevogados {
  /** By session, when it was ended (ms). */
  readonly #sessoes = new Map<number, number>();
  readonly #versoes = new Map<number, { readonly versao: number; readonly em: number }>();

  aplicar({ usuarioId, sessaoId, versao, em }: Revogacao): void {
    if (sessaoId !== null) this.#sessoes.set(sessaoId, em.getTime());
    if (versao !== null && versao > (this.#versoes.get(usuarioId)?.versao ?? 0))
      this.#versoes.set(usuarioId, { versao, em: em.getTime() });
  }

  /** Whether a token of this session and access version still serves. */
  vale(usuarioId: number, versao: number, sessaoId: number | null): boolean {
    return (
      versao >= (this.#versoes.get(usuarioId)?.versao ?? 0) &&
      (sessaoId === null || !this.#sessoes.has(sessaoId))
    );
  }

  /** What was revoked before `instante`: the tokens it was about have ended by themselves. */
  esquecer(instante: Date): void {
    const limite = instante.getTime();
    for (const [id, em] of this.#sessoes) if (em < limite) this.#sessoes.delete(id);
    for (const [id, { em }] of this.#versoes) if (em < limite) this.#versoes.delete(id);
  }

  /** How many are remembered. */
  get tamanho(): number {
    return this.#sessoes.size + this.#versoes.size;
  }
}
