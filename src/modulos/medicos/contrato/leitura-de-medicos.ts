/** Questions that other modules ask about doctors and other professionals. */
export abstract class LeituraDeMedicos {
  /** Refuses an unknown or inactive professional (422 `MEDICO.NAO_ENCONTRADO` / `MEDICO.INATIVO`, on `campo`). */
  abstract exigirAtivo(medicoId: number, campo: string): Promise<void>;
}
