import type { AcaoDoLeito, AnotacaoDoLeito, EstadoDoLeito } from './estados-do-leito.js';

/** A block that begins with a transition. */
export interface AberturaDeBloqueio {
  readonly motivo: string;
  readonly fimPrevisto: Date | null;
  readonly autorId: number | null;
}

/** One transition of a bed, or a period told late (`de` = `para`), still to be stored. */
export interface Movimento {
  /** Of the bed, after it. */
  readonly versao: number;
  readonly de: EstadoDoLeito;
  readonly para: EstadoDoLeito;
  readonly acao: AcaoDoLeito | AnotacaoDoLeito;
  readonly em: Date;
  /** When the period told late ended. */
  readonly ate: Date | null;
  readonly registradoEm: Date;
  readonly motivo: string | null;
  readonly autorId: number | null;
  readonly bloqueio: AberturaDeBloqueio | null;
}

/** A stretch of the past. */
export interface PeriodoPassado {
  readonly inicio: Date;
  readonly fim: Date;
}

/** Whom a bed is kept for. */
export interface Destinatario {
  /** Null: for whoever is admitted to the bed. */
  readonly pacienteId: number | null;
  /** The request for a bed that it answers, if any. */
  readonly solicitacaoId: number | null;
}

export interface Reserva extends Destinatario {
  readonly expiraEm: Date;
}

export interface NovoOcupante {
  readonly internacaoId: number;
  readonly pacienteId: number;
}

/** Whose exit is undone. */
export interface OcupanteQueVolta extends NovoOcupante {
  /** When he entered the bed. */
  readonly desde: Date;
}
