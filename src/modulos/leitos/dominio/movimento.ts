import type { AcaoDoLeito, EstadoDoLeito } from './estados-do-leito.js';

/** A block that begins with a transition. */
export interface AberturaDeBloqueio {
  readonly motivo: string;
  readonly fimPrevisto: Date | null;
  readonly autorId: number | null;
}

/** One transition of a bed, still to be stored. */
export interface Movimento {
  /** Of the bed, after it. */
  readonly versao: number;
  readonly de: EstadoDoLeito;
  readonly para: EstadoDoLeito;
  readonly acao: AcaoDoLeito;
  readonly em: Date;
  readonly registradoEm: Date;
  readonly motivo: string | null;
  readonly autorId: number | null;
  readonly bloqueio: AberturaDeBloqueio | null;
}

export interface Reserva {
  /** Null: for whoever is admitted to the bed. */
  readonly pacienteId: number | null;
  readonly expiraEm: Date;
}

export interface NovoOcupante {
  readonly internacaoId: number;
  readonly pacienteId: number;
}
