import type { TipoDeLeito } from '../../leitos/contrato/tipos.js';

/** Which bed of the day gives the diária its class (DOMINIO §4). */
export const CLASSES_DA_DIARIA = ['NOITE', 'VIRADA', 'MAIOR'] as const;
export type ClasseDaDiaria = (typeof CLASSES_DA_DIARIA)[number];

/** The hospital's own choices; every one has a default and is changed in `/v1/hospital`. */
export interface Politicas {
  readonly fuso: string;
  /** 1–24; 24 is midnight. */
  readonly horaDoCenso: number;
  /** Hour at which a new diária begins to be owed on the exit day. */
  readonly horaDaVirada: number;
  readonly toleranciaMinutos: number;
  readonly classeDaDiaria: ClasseDaDiaria;
  readonly leitoExigeLimpeza: boolean;
  readonly reservaHoras: number;
  readonly reaberturaHoras: number;
  /** A session not renewed for this long is over. */
  readonly sessaoInatividadeMinutos: number;
  /** Nor does it last longer than this, however often it is renewed. */
  readonly sessaoMaximaHoras: number;
  /** Private patients: the hospital's own price table (centavos) and term. */
  readonly prazoParticularDias: number;
  /** Failures in a row, less than an hour apart, after which nobody enters an account any more for an hour. */
  readonly tentativasAteBloquear: number;
  /** Staff enter with a second factor, or do nothing but enrol one. */
  readonly exigeSegundoFator: boolean;
  /** A password that somebody else chose must be changed before anything else. */
  readonly exigeTrocaDaSenhaInicial: boolean;
  readonly diariasParticular: Readonly<Partial<Record<TipoDeLeito, number>>>;
}

export abstract class PoliticasDoHospital {
  /** The policies in force; may be up to 5 s old on another replica than the one that changed them. */
  abstract atuais(): Promise<Politicas>;
}
