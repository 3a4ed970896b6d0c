/** How much to load. */
export interface PedidoDeCarga {
  /** Stays that are over, with everything that they left behind. */
  readonly encerradas: number;
  /** Stays in course, each in its bed: what discharges consume. */
  readonly abertas: number;
  /** Free beds, and as many patients who never came: what admissions consume. */
  readonly livres: number;
  /** The same seed gives the same rows, but for the day they end. */
  readonly semente: number;
  /** The past ends some days before it. */
  readonly hoje: Date;
}

/** Ids from `primeiro`, `quantos` of them in a row. */
export interface Faixa {
  readonly primeiro: number;
  readonly quantos: number;
}

const DIA_MS = 86_400_000;
const HORA_MS = 3_600_000;
const MINUTO_MS = 60_000;
/** Days from the admission of one stay to that of the next in the same bed. */
const DIAS_POR_VEZ = 4;
/** Five years of a full bed: more stays are more beds, not more years. */
const VEZES_POR_LEITO = 450;
const LEITOS_NO_MINIMO = 120;
const LEITOS_POR_SETOR = 60;
/** São Paulo, without daylight saving since 2019: of the years that are loaded, the offset is one. */
const MEIA_NOITE_LOCAL_MS = 3 * HORA_MS;

export const MEDICOS = 50;
export const CONVENIOS = 5;
export const DIARIA_EM_CENTAVOS = 39_000;

/** One stay, out of its number alone: each table is written by itself, and they agree. */
export interface Estadia {
  readonly id: number;
  readonly leitoId: number;
  readonly setorId: number;
  readonly pacienteId: number;
  readonly medicoId: number;
  readonly convenioId: number;
  readonly entrada: number;
  readonly saida: number;
  readonly limpezaEm: number;
  readonly livreEm: number;
  readonly diarias: number;
  /** How many stays the bed had before it. */
  readonly vez: number;
}

/** Where everything of a load is: which ids are what. Pure arithmetic. */
export class PlanoDaCarga {
  readonly leitosComPassado: number;
  readonly pacientesComPassado: number;
  readonly #inicio: number;

  constructor(readonly pedido: PedidoDeCarga) {
    const { encerradas, hoje } = pedido;
    this.leitosComPassado = Math.max(LEITOS_NO_MINIMO, Math.ceil(encerradas / VEZES_POR_LEITO));
    // Who comes again does so at least two turns later: nobody is in two beds.
    this.pacientesComPassado = Math.max(2 * this.leitosComPassado, Math.ceil(encerradas / 3));
    const vezes = Math.ceil(encerradas / this.leitosComPassado);
    const meiaNoite = Math.floor(hoje.getTime() / DIA_MS) * DIA_MS;
    this.#inicio = meiaNoite - (vezes * DIAS_POR_VEZ + 3) * DIA_MS;
  }

  /** Beds of the past, then the occupied ones, then the free ones; patients are in the same order. */
  get leitos(): number {
    return this.leitosComPassado + this.pedido.abertas + this.pedido.livres;
  }

  get pacientes(): number {
    return this.pacientesComPassado + this.pedido.abertas + this.pedido.livres;
  }

  get setores(): number {
    return setorDe(this.leitos);
  }

  /** A setor of nothing but stays in course, where there are enough: the first may share its beds with the past. */
  get setorDaEquipe(): number {
    return Math.min(setorDe(this.leitosComPassado + 1) + 1, this.setores);
  }

  /** The stay number `i` in course of that setor, from 0. */
  daEquipe(i: number): Estadia {
    return this.aberta((this.setorDaEquipe - 1) * LEITOS_POR_SETOR - this.leitosComPassado + i);
  }

  get internacoesAbertas(): Faixa {
    return { primeiro: this.pedido.encerradas + 1, quantos: this.pedido.abertas };
  }

  get leitosLivres(): Faixa {
    return { primeiro: this.leitosComPassado + this.pedido.abertas + 1, quantos: this.pedido.livres };
  }

  get pacientesLivres(): Faixa {
    return { primeiro: this.pacientesComPassado + this.pedido.abertas + 1, quantos: this.pedido.livres };
  }

  /** When the registers were made: before the first stay. */
  get cadastroEm(): number {
    return this.#inicio - DIA_MS;
  }

  /** How many stays the bed has had. */
  vezesDoLeito(leitoId: number): number {
    if (leitoId > this.leitosComPassado) return 0;
    return Math.floor((this.pedido.encerradas - leitoId) / this.leitosComPassado) + 1;
  }

  /** The stay number `i` of the past, from 0, in the order of admission by day. */
  encerrada(i: number): Estadia {
    const { leitosComPassado, pedido } = this;
    const lugar = i % leitosComPassado;
    const vez = Math.floor(i / leitosComPassado);
    const acaso = misturar(i, pedido.semente);
    const diarias = 1 + (acaso % 3);
    const dia = this.#inicio + (vez * DIAS_POR_VEZ + (lugar % 2)) * DIA_MS + MEIA_NOITE_LOCAL_MS;
    // In after noon and out before it: as many diárias as midnights, whatever the turn hour of noon.
    const entrada = dia + 13 * HORA_MS + (acaso % (5 * HORA_MS));
    const saida = dia + diarias * DIA_MS + 8 * HORA_MS + ((acaso >>> 3) % (4 * HORA_MS));
    return {
      id: i + 1,
      leitoId: lugar + 1,
      setorId: setorDe(lugar + 1),
      pacienteId: 1 + (i % this.pacientesComPassado),
      medicoId: 1 + (acaso % MEDICOS),
      convenioId: 1 + (acaso % CONVENIOS),
      entrada,
      saida,
      limpezaEm: saida + 10 * MINUTO_MS,
      livreEm: saida + 40 * MINUTO_MS,
      diarias,
      vez,
    };
  }

  /** The stay number `i` in course, from 0; it began yesterday. */
  aberta(i: number): Estadia {
    const leitoId = this.leitosComPassado + 1 + i;
    const acaso = misturar(i, this.pedido.semente + 1);
    const ontem = Math.floor(this.pedido.hoje.getTime() / DIA_MS) * DIA_MS - DIA_MS;
    const entrada = ontem + MEIA_NOITE_LOCAL_MS + 13 * HORA_MS + (acaso % (5 * HORA_MS));
    return {
      id: this.internacoesAbertas.primeiro + i,
      leitoId,
      setorId: setorDe(leitoId),
      pacienteId: this.pacientesComPassado + 1 + i,
      medicoId: 1 + (acaso % MEDICOS),
      convenioId: 1 + (acaso % CONVENIOS),
      entrada,
      saida: 0,
      limpezaEm: 0,
      livreEm: 0,
      diarias: 0,
      vez: 0,
    };
  }
}

export const setorDe = (leitoId: number): number => Math.ceil(leitoId / LEITOS_POR_SETOR);

/** A number of 32 bits that looks drawn, the same for the same two (the finalizer of MurmurHash3). */
export function misturar(numero: number, semente: number): number {
  let h = (numero ^ Math.imul(semente, 0x9e3779b1)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
