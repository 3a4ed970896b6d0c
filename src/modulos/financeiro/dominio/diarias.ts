import {
  type Calendario,
  type Dia,
  diferencaEmDias,
  somarDias,
} from '../../../plataforma/tempo/calendario.js';
import type { CondicoesDoPagador } from '../../convenios/contrato/leitura-de-convenios.js';
import type { ClasseDaDiaria, Politicas } from '../../hospital/contrato/politicas-do-hospital.js';
import type { TrechoDeOcupacao } from '../../leitos/contrato/ocupacao-de-leitos.js';
import type { TipoDeLeito } from '../../leitos/contrato/tipos.js';

/** The part of a stretch in a bed that money depends on. */
export type Trecho = Pick<TrechoDeOcupacao, 'tipo' | 'inicio' | 'fim'>;

export type Precos = CondicoesDoPagador['diarias'];

/** The hospital's rules for diárias, and the payer's prices, which decide the class MAIOR. */
export type RegrasDaDiaria = Pick<Politicas, 'horaDaVirada' | 'toleranciaMinutos' | 'classeDaDiaria'> & {
  readonly precos: Precos;
};

/** One diária owed: a civil day of the hospital's zone and the class of bed it is charged at. */
export interface Diaria {
  readonly dia: Dia;
  readonly tipo: TipoDeLeito;
}

const MS_POR_HORA = 3_600_000;
const MS_POR_MINUTO = 60_000;

/**
 * How many diárias a stay owes (DOMINIO §4): max(1, dia(saída) − dia(entrada) + (local hour of saída >= turn
 * hour + tolerance ? 1 : 0)). It depends on nothing but these: never on beds.
 */
export function numeroDeDiarias(
  entrada: Date,
  saida: Date,
  regras: Pick<RegrasDaDiaria, 'horaDaVirada' | 'toleranciaMinutos'>,
  calendario: Calendario,
): number {
  // In whole milliseconds: 12 h + 80 min and 13:20 are the same moment, as decimals of an hour they may not be.
  const daSaida = Math.round(calendario.horaLocal(saida) * MS_POR_HORA);
  const limite = Math.round(regras.horaDaVirada * MS_POR_HORA) + regras.toleranciaMinutos * MS_POR_MINUTO;
  const dias = diferencaEmDias(calendario.diaCivil(entrada), calendario.diaCivil(saida));
  return Math.max(1, dias + (daSaida >= limite ? 1 : 0));
}

/**
 * The diárias of a stay, one for each civil day from the entry day on. The class of each is the bed held at
 * the end of the day (NOITE), at the turn hour (VIRADA; an entry after it: at the end of that day) or the
 * dearest of the day (MAIOR). An exit day that is charged, the only day of a same-day stay included, has the
 * last bed's class. For an open stay `saidaOuAgora` is now: what would be owed if it ended here.
 * `trechos` comes oldest first; without any there is nothing to charge.
 */
export function calcularDiarias(
  trechos: readonly Trecho[],
  entrada: Date,
  saidaOuAgora: Date,
  regras: RegrasDaDiaria,
  calendario: Calendario,
): Diaria[] {
  const ultimo = trechos.at(-1);
  if (!ultimo) return [];
  const primeiroDia = calendario.diaCivil(entrada);
  const diaDaSaida = calendario.diaCivil(saidaOuAgora);
  const quantidade = numeroDeDiarias(entrada, saidaOuAgora, regras, calendario);
  const seguidos = trechos.map(({ tipo, inicio, fim }) => ({
    tipo,
    inicio: calendario.diaCivil(inicio),
    fim: fim && calendario.diaCivil(fim),
  }));
  // A day well inside one stretch, as most are, leaves nothing to choose: a stay of years must not take seconds.
  const semEscolha = (dia: Dia) =>
    seguidos.find(({ inicio, fim }) => inicio < dia && (fim === null || somarDias(dia, 1) < fim));
  return Array.from({ length: quantidade }, (_, i) => {
    const dia = somarDias(primeiroDia, i);
    const { tipo } =
      dia === diaDaSaida
        ? ultimo
        : (semEscolha(dia) ?? LEITO_DO_DIA[regras.classeDaDiaria](trechos, dia, regras, calendario));
    return { dia, tipo };
  });
}

type Escolha = (
  trechos: readonly Trecho[],
  dia: Dia,
  regras: RegrasDaDiaria,
  calendario: Calendario,
) => Trecho;

/** The bed held at the end of the day, or last held before it: `início < fim(d)`, as the census counts (§3). */
const noFimDoDia: Escolha = (trechos, dia, _regras, calendario) => {
  const fimDoDia = calendario.instanteLocal(dia, 24);
  return trechos.findLast((t) => t.inicio < fimDoDia) ?? trechos[0]!;
};

/** The bed held at the turn hour, stretches being `[início, fim)`: a transfer at that very moment is to the new bed. */
const naVirada: Escolha = (trechos, dia, regras, calendario) => {
  const virada = calendario.instanteLocal(dia, regras.horaDaVirada);
  const ocupado = trechos.findLast((t) => t.inicio <= virada && (t.fim === null || virada < t.fim));
  return ocupado ?? noFimDoDia(trechos, dia, regras, calendario);
};

/**
 * The dearest bed used in the day; of equals, the last one. A bed without price counts as the dearest: nobody
 * knows that it is not, and the line without price makes a person look.
 */
const maisCaro: Escolha = (trechos, dia, regras, calendario) => {
  const inicioDoDia = calendario.instanteLocal(dia, 0);
  const fimDoDia = calendario.instanteLocal(dia, 24);
  const preco = (t: Trecho): number => regras.precos[t.tipo] ?? Number.POSITIVE_INFINITY;
  return trechos
    .filter((t) => t.inicio < fimDoDia && (t.fim === null || (t.fim > inicioDoDia && t.fim > t.inicio)))
    .reduce(
      (maior, t) => (preco(t) >= preco(maior) ? t : maior),
      noFimDoDia(trechos, dia, regras, calendario),
    );
};

const LEITO_DO_DIA: Readonly<Record<ClasseDaDiaria, Escolha>> = {
  NOITE: noFimDoDia,
  VIRADA: naVirada,
  MAIOR: maisCaro,
};
