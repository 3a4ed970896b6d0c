import { primeiroDiaUtil } from '../../modulos/financeiro/dominio/vencimento.js';
import { Calendario, type Dia, diferencaEmDias, somarDias } from '../../plataforma/tempo/calendario.js';

const MS_POR_HORA = 3_600_000;
const MS_POR_DIA = 24 * MS_POR_HORA;

/** The hospital's calendar with the days of a period worked out beforehand: two years ask of it half a million times. */
export class CalendarioEmTabela extends Calendario {
  /** Consecutive days, and the instant at which each begins. */
  readonly #dias: Dia[] = [];
  readonly #inicios: number[] = [];
  readonly #posicoes = new Map<Dia, number>();
  readonly #uteis = new Map<Dia, Dia>();

  constructor(fuso: string, de: Date, ate: Date) {
    super(fuso);
    const primeiro = somarDias(super.diaCivil(de), -1);
    const quantos = diferencaEmDias(primeiro, super.diaCivil(ate)) + 2;
    for (let i = 0; i <= quantos; i += 1) {
      const dia = somarDias(primeiro, i);
      this.#posicoes.set(dia, i);
      this.#dias.push(dia);
      this.#inicios.push(super.instanteLocal(dia, 0).getTime());
    }
  }

  override diaCivil(instante: Date): Dia {
    const posicao = this.#posicaoDe(instante.getTime());
    return posicao === null ? super.diaCivil(instante) : this.#dias[posicao]!;
  }

  override horaLocal(instante: Date): number {
    const posicao = this.#posicaoDe(instante.getTime());
    if (posicao === null || !this.#comum(posicao)) return super.horaLocal(instante);
    return (instante.getTime() - this.#inicios[posicao]!) / MS_POR_HORA;
  }

  override instanteLocal(dia: Dia, hora: number): Date {
    const posicao = this.#posicoes.get(dia);
    if (posicao === undefined || !this.#comum(posicao)) return super.instanteLocal(dia, hora);
    return new Date(this.#inicios[posicao]! + Math.round(hora * 60) * 60_000);
  }

  /** `dia` itself, or the first business day after it. */
  diaUtil(dia: Dia): Dia {
    const util = this.#uteis.get(dia) ?? primeiroDiaUtil(dia);
    this.#uteis.set(dia, util);
    return util;
  }

  /** The clocks do not change on it. */
  #comum(posicao: number): boolean {
    return this.#inicios[posicao + 1]! - this.#inicios[posicao]! === MS_POR_DIA;
  }

  #posicaoDe(ms: number): number | null {
    let posicao = Math.floor((ms - this.#inicios[0]!) / MS_POR_DIA);
    if (posicao < 0 || posicao >= this.#inicios.length - 1) return null;
    // Days of 23 and 25 hours put the guess off by one.
    while (this.#inicios[posicao]! > ms) posicao -= 1;
    while (this.#inicios[posicao + 1]! <= ms) posicao += 1;
    return posicao < this.#inicios.length - 1 ? posicao : null;
  }
}
