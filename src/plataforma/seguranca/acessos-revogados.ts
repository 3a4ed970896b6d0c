import { Injectable } from '@nestjs/common';

/**
 * What this replica knows to be void before its time: sessions that were ended, and tokens issued before the
 * account changed. In memory, so that no request asks the database; who fills it reads what all replicas share.
 */
@Injectable()
export class AcessosRevogados {
  readonly #sessoes = new Set<number>();
  readonly #versoes = new Map<number, number>();

  /** No token of this session serves any more. */
  revogarSessao(sessaoId: number): void {
    this.#sessoes.add(sessaoId);
  }

  /** No token of this user with an older access version serves any more. */
  exigirVersao(usuarioId: number, versao: number): void {
    if (versao > (this.#versoes.get(usuarioId) ?? 0)) this.#versoes.set(usuarioId, versao);
  }

  vale(usuarioId: number, versao: number, sessaoId: number | null): boolean {
    return (
      versao >= (this.#versoes.get(usuarioId) ?? 0) && (sessaoId === null || !this.#sessoes.has(sessaoId))
    );
  }
}
