import { DateTime } from 'luxon';

/** A civil day, `YYYY-MM-DD`. */
export type Dia = string;

const PADRAO_DE_DIA = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The hospital's calendar: which day an instant belongs to, and when a day begins and ends.
 * A hospital day runs from one census to the next; with the census at hour `h` > 0 of the morning the
 * day is named after the date on which its 24 hours start (Portaria SAS/MS 312/2002, "dia hospitalar").
 */
export class Calendario {
  constructor(
    readonly fuso: string,
    /** Hour at which the census closes, 1–24; 24 is midnight. */
    readonly horaDoCenso: number = 24,
  ) {}

  /** The civil day of the hospital's zone, whatever the census hour. */
  diaCivil(instante: Date): Dia {
    return this.#local(instante).toISODate()!;
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
    const local = this.#local(instante);
    return local.hour + local.minute / 60 + local.second / 3600 + local.millisecond / 3_600_000;
  }

  /** The instant of `hora` (0–24, may be fractional) on the civil day `dia`; an hour that the clocks skip is the next that exists. */
  instanteLocal(dia: Dia, hora: number): Date {
    const inicio = DateTime.fromISO(dia, { zone: this.fuso });
    const minutos = Math.round(hora * 60);
    return inicio
      .plus({ days: Math.floor(minutos / 1440) })
      .set({ hour: Math.floor((minutos % 1440) / 60), minute: minutos % 60 })
      .toJSDate();
  }

  /** The closing instant of the hospital day `dia`: the census that ends it. */
  fimDoDia(dia: Dia): Date {
    return this.instanteLocal(somarDias(dia, 1), this.horaDoCenso % 24);
  }

  #local(instante: Date): DateTime {
    return DateTime.fromJSDate(instante, { zone: this.fuso });
  }
}

/** True for a day that exists in the calendar (2023-02-30 does not). */
export function diaValido(texto: string): boolean {
  return PADRAO_DE_DIA.test(texto) && DateTime.fromISO(texto, { zone: 'utc' }).isValid;
}

export function somarDias(dia: Dia, quantidade: number): Dia {
  return new Date(Date.parse(`${dia}T00:00:00Z`) + quantidade * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from `de` to `ate`; negative when `ate` comes first. */
export function diferencaEmDias(de: Dia, ate: Dia): number {
  return Math.round((Date.parse(`${ate}T00:00:00Z`) - Date.parse(`${de}T00:00:00Z`)) / 86_400_000);
}
