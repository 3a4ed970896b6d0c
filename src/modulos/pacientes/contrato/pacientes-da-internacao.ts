import type { Autor } from '../../../plataforma/seguranca/autor.js';

/** What admissions and accounts need of patients. Answered by the transaction in course where there is one. */
export abstract class PacientesDaInternacao {
  /**
   * Holds the patient's row until the end of the transaction, so that two admissions of one patient queue up,
   * and answers what an admission is judged by (`dataNascimento` is a civil day, `YYYY-MM-DD`).
   * Refuses an unknown or inactive patient (422 `PACIENTE.NAO_ENCONTRADO` / `PACIENTE.INATIVO`, campo pacienteId); one
   * whom `autor` does not reach is unknown to him.
   */
  abstract travar(pacienteId: number, autor?: Autor): Promise<{ readonly dataNascimento: string }>;

  /**
   * Holds the patient's row until the end of the transaction, whatever he is: for whoever is about to write what
   * refers to him with other rows held, and must take them in the order of everybody else.
   */
  abstract segurar(pacienteId: number): Promise<void>;

  /** The patient's own insurer, if any, and the last civil day of his card (null: no limit). */
  abstract convenioDe(
    pacienteId: number,
  ): Promise<{ readonly convenioId: number; readonly validadeDaCarteira: string | null } | null>;
}
