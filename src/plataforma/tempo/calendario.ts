import { DateTime } from 'luxon';
import { Fuso } from './fuso.js';

/** A civil day, `YYYY-MM-DD`. */
export type Dia = string;

const HORA_MS = 3_600_000;
const DIA_MS = 24 * HORA_MS;
const PADRAO_DE_DIA = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The hospital's calendar: which day an instant belongs to, and when a day begins and ends.
 * A hospital day runs from one census to the next; with the census at hour `h` > 0 of the morning the
 * day is named after the date on which its 24 hours start (Portaria SAS/MS 312/2002, "dia hospitalar").
 */
export class Calendario {
  readonly #fuso: Fuso;

  constructor(
    readonly fuso: string,
    /** Hour at which the census closes, 1–24; 24 is midnight. */
    readonly horaDoCenso: number = 24,
  ) {
    this.#fuso = Fuso.de(fuso);
  }

  /** The civil day of the hospital's zone, whatever the census hour. */
  diaCivil(instante: Date): Dia {
    return this.#fuso.naParede(instante).toISOString().slice(0, 10);
  }

  /**
   * The hospital day an instant belongs to: `fimDoDia` of the day before <= instant < its own. Judged by the
   * clock on the wall, since on a day that changes the clocks the census is not `h` elapsed hours after midnight.
   */
  diaHospitalar(instante: Date): Dia {
    const civil = this.diaCivil(instante);
    const antesDoCenso = this.horaDoCenso < 24 && instante < this.instanteLocal(civil, this.horaDoCenso);
    return antesDoCenso ? somarDias(civil, -1) : civil;
  }

  /** Local hour as a decimal, 13:30 is 13.5. */
  horaLocal(instante: Date): number {
    const local = this.#fuso.naParede(instante).getTime();
    return (((local % DIA_MS) + DIA_MS) % DIA_MS) / HORA_MS;
  }

  /** The instant of `hora` (0–24, may be fractional) on the civil day `dia`; an hour that the clocks skip is the next that exists. */
  instanteLocal(dia: Dia, hora: number): Date {
    return this.#fuso.instante(dia, Math.round(hora * 60));
  }

  /** The closing instant of the hospital day `dia`: the census that ends it. */
  fimDoDia(dia: Dia): Date {
    return this.instanteLocal(somarDias(dia, 1), this.horaDoCenso % 24);
  }
}

/** True for a day that exists in the calendar (2023-02-30 does not). */
export function diaValido(texto: string): boolean {
  return PADRAO_DE_DIA.test(texto) && DateTime.fromISO(texto, { zone: 'utc' }).isValid;
}

export function somarDias(dia: Dia, quantidade: number): Dia {
  return new Date(Date.parse(`${dia}T00:00:00Z`) + quantidade * DIA_MS).toISOString().slice(0, 10);
}

/** Whole days from `de` to `ate`; negative when `ate` comes first. */
export function diferencaEmDias(de: Dia, ate: Dia): number {
  return Math.round((Date.parse(`${ate}T00:00:00Z`) - Date.parse(`${de}T00:00:00Z`)) / DIA_MS);
}

/** The same day of the month, years later; 29 February becomes the 28th where there is none. */
export function somarAnos(dia: Dia, anos: number): Dia {
  return DateTime.fromISO(dia, { zone: 'utc' }).plus({ years: anos }).toISODate()!;
}
