import { DateTime } from 'luxon';

/** An instant as people in the zone `fuso` read it: `01/06/2026 às 14h05`. */
export const porExtenso = (instante: Date, fuso: string): string =>
  DateTime.fromJSDate(instante, { zone: fuso }).toFormat("dd/MM/yyyy 'às' HH'h'mm");
