import { isBusinessDay } from '@brazilian-utils/brazilian-utils/is-business-day';
import { type Dia, somarDias } from '../../../plataforma/tempo/calendario.js';

/** Years for which the library knows the holidays; outside them only weekends are known. */
const PRIMEIRO_ANO = 1900;
const ULTIMO_ANO = 2099;

/**
 * Due date (DOMINIO §4): issue + the plan's term in calendar days, moved to the next business day. Never
 * before the issue.
 */
export function calcularVencimento(emissao: Dia, prazoDias: number): Dia {
  return primeiroDiaUtil(somarDias(emissao, prazoDias));
}

/**
 * `dia` itself, or the first business day after it. Saturdays, Sundays and the national holidays are not
 * (Leis 662/1949, 6.802/1980, 10.607/2002 and 14.759/2023), nor Carnaval's Tuesday and Corpus Christi: optional
 * by law, but nobody can pay while the banks are shut.
 */
export function primeiroDiaUtil(dia: Dia): Dia {
  let candidato = dia;
  while (!util(candidato)) candidato = somarDias(candidato, 1);
  return candidato;
}

function util(dia: Dia): boolean {
  const [ano, mes, diaDoMes] = dia.split('-').map(Number) as [number, number, number];
  // The library reads the local components of the Date; noon exists on every day of every zone.
  const meioDia = new Date(ano, mes - 1, diaDoMes, 12);
  if (ano < PRIMEIRO_ANO || ano > ULTIMO_ANO) return meioDia.getDay() !== 0 && meioDia.getDay() !== 6;
  return isBusinessDay(meioDia);
}
