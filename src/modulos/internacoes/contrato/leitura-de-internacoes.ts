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

/** A request for a bed, as the one who would reserve it sees it. */
export interface SolicitacaoDeLeito {
  readonly internacaoId: number;
  readonly pacienteId: number;
  /** Still waiting: neither admitted, refused nor cancelled. */
  readonly aberta: boolean;
}

/** Questions that other modules ask about stays. Inside a unit of work they are answered by its transaction. */
export abstract class LeituraDeInternacoes {
  /** Null when there is no such stay, or it counts for nothing: never admitted, refused or cancelled. */
  abstract paraConta(internacaoId: number): Promise<InternacaoParaConta | null>;

  /** The request for a bed with this id; null when there is no such stay, or it was never requested. */
  abstract solicitacao(internacaoId: number): Promise<SolicitacaoDeLeito | null>;

  /** True while this patient is in: admitted, and not yet out. */
  abstract pacienteInternado(pacienteId: number): Promise<boolean>;

  /** True while a request for a bed for this patient is open. */
  abstract pacienteEsperaLeito(pacienteId: number): Promise<boolean>;

  /** When this patient was admitted for the first time, in a stay that counts; null when he never was. */
  abstract primeiraEntrada(pacienteId: number): Promise<Date | null>;
}
