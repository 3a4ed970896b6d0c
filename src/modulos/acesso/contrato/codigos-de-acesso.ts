export const FINALIDADES = ['VERIFICACAO', 'REDEFINICAO'] as const;
export type Finalidade = (typeof FINALIDADES)[number];

export interface CodigoEmitido {
  /** 256 random bits, in base64url. Only the e-mail under way may have it. */
  readonly segredo: string;
  readonly expiraEm: Date;
}

/** Makes the codes by which people prove that a mailbox is theirs, while the e-mail that takes them is written. */
export abstract class CodigosDeAcesso {
  /**
   * A new code, valid from now on; those before it stay valid. Null when the account has no use for one any more:
   * out of use, with another address, or, for a VERIFICACAO, confirmed.
   */
  abstract emitir(usuarioId: number, finalidade: Finalidade, endereco: string): Promise<CodigoEmitido | null>;
}
