import { DateTime, IANAZone } from 'luxon';

const MINUTO_MS = 60_000;
/** From here on no zone of the world has changed its clocks but at a whole minute: Liberia was the last, in 1972. */
const RELOGIOS_REDONDOS_MS = Date.UTC(1973, 0, 1);
const LEMBRADOS = 20_000;

const fusos = new Map<string, Fuso>();

/**
 * A time zone that remembers what it was asked: the runtime's own answer takes some twenty microseconds, and an
 * admission asks four times, the bill of a stay twice a day of it.
 */
export class Fuso {
  readonly #zona: IANAZone;
  readonly #deslocamentos = new Map<number, number>();
  readonly #instantes = new Map<string, number>();

  private constructor(nome: string) {
    this.#zona = IANAZone.create(nome);
  }

  /** The one of this IANA name. */
  static de(nome: string): Fuso {
    const fuso = fusos.get(nome) ?? new Fuso(nome);
    fusos.set(nome, fuso);
    return fuso;
  }

  /** A Date whose UTC fields are what clocks on the wall show at `instante`. */
  naParede(instante: Date): Date {
    const ms = instante.getTime();
    return new Date(ms + this.#deslocamento(ms) * MINUTO_MS);
  }

  /** The instant at `minutos` of the civil day `dia`; one that the clocks skip is the next that exists. */
  instante(dia: string, minutos: number): Date {
    const chave = `${dia} ${minutos}`;
    let ms = this.#instantes.get(chave);
    if (ms === undefined) {
      ms = DateTime.fromISO(dia, { zone: this.#zona })
        .plus({ days: Math.floor(minutos / 1440) })
        .set({ hour: Math.floor((minutos % 1440) / 60), minute: minutos % 60 })
        .toMillis();
      lembrar(this.#instantes, chave, ms);
    }
    return new Date(ms);
  }

  /** Minutes ahead of UTC. */
  #deslocamento(ms: number): number {
    if (ms < RELOGIOS_REDONDOS_MS) return this.#zona.offset(ms);
    const minuto = Math.floor(ms / MINUTO_MS);
    const lembrado = this.#deslocamentos.get(minuto);
    if (lembrado !== undefined) return lembrado;
    const deslocamento = this.#zona.offset(ms);
    lembrar(this.#deslocamentos, minuto, deslocamento);
    return deslocamento;
  }
}

function lembrar<K, V>(onde: Map<K, V>, chave: K, valor: V): void {
  if (onde.size >= LEMBRADOS) onde.clear();
  onde.set(chave, valor);
}
