import {
  calcularDiarias,
  type RegrasDaDiaria,
  type Trecho,
} from '../../src/modulos/financeiro/dominio/diarias.js';
import type { TipoDeLeito } from '../../src/modulos/leitos/contrato/tipos.js';
import { Calendario } from '../../src/plataforma/tempo/calendario.js';

export const SAO_PAULO = new Calendario('America/Sao_Paulo');

/** The defaults of DOMINIO: turn at 12:00, no tolerance, class of the night. */
export const REGRAS_PADRAO: RegrasDaDiaria = {
  horaDaVirada: 12,
  toleranciaMinutos: 0,
  classeDaDiaria: 'NOITE',
  precos: {},
};

/** `01/06 10:00` of 2026, on the wall clock of São Paulo. */
export function local(texto: string): Date {
  const [, dia, mes, hora] = /^(\d\d)\/(\d\d) (\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/.exec(texto)!;
  return new Date(`2026-${mes}-${dia}T${hora!.length === 5 ? `${hora}:00` : hora}-03:00`);
}

export interface Estadia {
  readonly trechos: readonly Trecho[];
  readonly entrada: Date;
  readonly saida: Date;
}

/** A stay told as it happened: each bed with the moment of entering it, and the exit. */
export function estadia(
  entradas: readonly (readonly [TipoDeLeito, string | Date])[],
  saida: string | Date,
): Estadia {
  const instantes = [...entradas.map(([, quando]) => quando), saida].map((q) =>
    q instanceof Date ? q : local(q),
  );
  const trechos = entradas.map(([tipo], i) => ({ tipo, inicio: instantes[i]!, fim: instantes[i + 1]! }));
  return { trechos, entrada: instantes[0]!, saida: instantes.at(-1)! };
}

/** The class of each day in order, `07/06 ENFERMARIA`. */
export function diarias(e: Estadia, regras: Partial<RegrasDaDiaria> = {}, calendario = SAO_PAULO): string[] {
  return calcularDiarias(e.trechos, e.entrada, e.saida, { ...REGRAS_PADRAO, ...regras }, calendario).map(
    ({ dia, tipo }) => `${dia.slice(8)}/${dia.slice(5, 7)} ${tipo}`,
  );
}
