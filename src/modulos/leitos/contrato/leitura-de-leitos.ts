/** How people know a bed: its number and its setor. */
export interface IdentificacaoDoLeito {
  readonly leitoId: number;
  readonly numero: string;
  readonly setorId: number;
  readonly setorNome: string;
}

/** Questions that other modules ask about beds. */
export abstract class LeituraDeLeitos {
  /** Null when there is no such bed. */
  abstract identificar(leitoId: number): Promise<IdentificacaoDoLeito | null>;
}
