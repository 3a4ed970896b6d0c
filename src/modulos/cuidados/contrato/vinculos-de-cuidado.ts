import type { Autor } from '../../../plataforma/seguranca/autor.js';

/** Who comes under somebody's care by what they have just done. */
export abstract class VinculosDeCuidado {
  /**
   * For 24 hours the patient, whom the author has just registered, admitted, moved or let go, is under the author's
   * care: also where what was done takes him out of it, so that an answer that was lost may be asked for again. Only
   * of professionals: to the others it changes nothing. In the transaction in course.
   */
  abstract atender(autor: Autor, pacienteId: number): Promise<void>;
}
