/** What the account needs to know of a stay. */
export interface InternacaoParaConta {
  readonly internacaoId: number;
  readonly pacienteId: number;
  /** The stay's own insurer; null means: the patient's, else private. */
  readonly convenioId: number | null;
  readonly entrada: Date;
  /** Null while the patient is in. */
  readonly saida: Date | null;
}

/** Questions that other modules ask about stays. Inside a unit of work they are answered by its transaction. */
export abstract class LeituraDeInternacoes {
  /** Null when there is no such stay. */
  abstract paraConta(internacaoId: number): Promise<InternacaoParaConta | null>;

  /** True while this patient is in: admitted, and not yet out. */
  abstract pacienteInternado(pacienteId: number): Promise<boolean>;
}
