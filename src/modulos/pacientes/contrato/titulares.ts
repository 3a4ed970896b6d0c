/** Who somebody says they are; the e-mail is the only part that has been proved. */
export interface PessoaQueSeApresenta {
  readonly cpf: string;
  /** Civil day, `YYYY-MM-DD`. */
  readonly dataNascimento: string;
  readonly email: string;
}

/** What other modules may ask of a patient as the person whose data these are (LGPD), in use or not. */
export abstract class Titulares {
  /** Refuses one that does not exist: 422 on `campo`, or 404 without it. */
  abstract exigir(pacienteId: number, campo?: string): Promise<void>;

  /** Holds the row until the end of the transaction. Refuses one that does not exist (404) or is out of use (409). */
  abstract travar(pacienteId: number): Promise<void>;

  /**
   * The patient in use whose record has this CPF, this birth and this e-mail; else null. The row is held until the end
   * of the transaction. A CPF and a birth are on many papers: only the e-mail that the reception wrote tells the person.
   */
  abstract reconhecer(pessoa: PessoaQueSeApresenta): Promise<number | null>;

  /** Where to write to; null when no address is known. */
  abstract emailDe(pacienteId: number): Promise<string | null>;
}
