import { Calendario, diferencaEmDias } from '../../src/plataforma/tempo/calendario.js';
import { FUSO } from './horarios.js';
import type { Estadia, LeitoPlanejado } from './plano.js';
import { DIARIAS, SETORES } from './setores.js';

/** What the API must show after the replay; money in centavos. */
export interface Esperado {
  internacoes: number;
  altas: number;
  abertas: number;
  obitos: number;
  pacientesDia: number;
  faturadoCentavos: number;
}

const calendario = new Calendario(FUSO);

/** Patient-days of a closed stay: max(1, whole days), the exit day only when it is the entry day. */
export function pacientesDia(entrada: Date, saida: Date): number {
  return Math.max(1, diferencaEmDias(calendario.diaCivil(entrada), calendario.diaCivil(saida)));
}

/**
 * Diárias charged: whole days, one more when the patient leaves at the turn hour or later, at least
 * one. Another quantity than patient-days, on purpose.
 */
export function diariasCobradas(entrada: Date, saida: Date, horaDaVirada: number): number {
  const dias = diferencaEmDias(calendario.diaCivil(entrada), calendario.diaCivil(saida));
  return Math.max(1, dias + (calendario.horaLocal(saida) >= horaDaVirada ? 1 : 0));
}

/** Computed from the plan alone, by the formulas above and the replay's own price list. */
export function calcularEsperado(leitos: readonly LeitoPlanejado[], horaDaVirada: number): Esperado {
  const estadias = leitos.flatMap((leito) => leito.estadias);
  const altas = estadias.flatMap(comSaida);
  const somar = (valor: (alta: Alta) => number): number =>
    altas.reduce((total, alta) => total + valor(alta), 0);
  return {
    internacoes: estadias.length,
    altas: altas.length,
    abertas: estadias.length - altas.length,
    obitos: altas.filter(({ estadia }) => estadia.registro.saida?.motivo === 'OBITO').length,
    pacientesDia: somar(({ entrada, saida }) => pacientesDia(entrada, saida)),
    faturadoCentavos: somar(({ estadia, entrada, saida }) => {
      const diaria = DIARIAS[SETORES[estadia.registro.grupo].tipoLeito];
      return diariasCobradas(entrada, saida, horaDaVirada) * Math.round(diaria * 100);
    }),
  };
}

interface Alta {
  estadia: Estadia;
  entrada: Date;
  saida: Date;
}

function comSaida(estadia: Estadia): Alta[] {
  const { admitidaEm, saida } = estadia.horarios;
  return saida === undefined ? [] : [{ estadia, entrada: new Date(admitidaEm), saida: new Date(saida.em) }];
}
