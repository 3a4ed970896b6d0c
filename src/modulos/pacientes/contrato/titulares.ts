/** What other modules may ask of a patient as the person whose data these are (LGPD), in use or not. */
export abstract class Titulares {
  /** Refuses one that does not exist: 422 on `campo`, or 404 without it. */
  abstract exigir(pacienteId: number, campo?: string): Promise<void>;

  /** Where to write to; null when no address is known. */
  abstract emailDe(pacienteId: number): Promise<string | null>;
}
