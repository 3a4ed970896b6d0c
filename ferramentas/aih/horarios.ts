import { DateTime } from 'luxon';
import type { Dia } from '../../src/plataforma/tempo/calendario.js';
import type { RegistroAih } from './registro-aih.js';

/** The zone of the file's dates; its offset changes with the summer time of 2017/2018. */
export const FUSO = 'America/Sao_Paulo';

/** The instants of one stay, RFC 3339 with the zone's offset on that date. */
export interface Horarios {
  admitidaEm: string;
  saida?: { em: string; limpezaIniciadaEm: string; limpezaConcluidaEm: string };
}

const MINUTOS_ATE_LIMPAR = 20;
const MINUTOS_DE_LIMPEZA = 45;

/**
 * The file has dates only: the times of day are synthetic, fixed by the record's number. Entries from
 * 06:00 to 20:59 and exits from 08:00 to 17:59; on a same-day stay, from 06:00 to 10:59 and from 14:00
 * to 19:59, so that the exit always comes after. No instant leaves its day.
 */
export function horariosSinteticos(registro: RegistroAih): Horarios {
  const { numero, entrada, saida } = registro;
  const mesmoDia = saida?.dia === entrada;
  const admitida = local(entrada, 6 * 60 + ((numero * 97) % (mesmoDia ? 300 : 900)));
  if (saida === undefined) return { admitidaEm: escrever(admitida) };
  const saiu = mesmoDia
    ? local(saida.dia, 14 * 60 + ((numero * 61) % 360))
    : local(saida.dia, 8 * 60 + ((numero * 61) % 600));
  const limpeza = saiu.plus({ minutes: MINUTOS_ATE_LIMPAR });
  return {
    admitidaEm: escrever(admitida),
    saida: {
      em: escrever(saiu),
      limpezaIniciadaEm: escrever(limpeza),
      limpezaConcluidaEm: escrever(limpeza.plus({ minutes: MINUTOS_DE_LIMPEZA })),
    },
  };
}

function local(dia: Dia, minutoDoDia: number): DateTime {
  return DateTime.fromISO(dia, { zone: FUSO }).set({
    hour: Math.floor(minutoDoDia / 60),
    minute: minutoDoDia % 60,
  });
}

const escrever = (instante: DateTime): string => instante.toISO({ suppressMilliseconds: true })!;
