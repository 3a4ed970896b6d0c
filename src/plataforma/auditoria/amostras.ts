/** More than any unit of work may last, by far: whoever took an id before that has committed, or never will. */
export const MATURIDADE_MS = 60_000;

interface Amostra {
  readonly id: number;
  readonly em: number;
}

/**
 * The highest ids of the trail that were seen, and when, in milliseconds of a clock that only goes forward. Ids are not
 * committed in their order; one seen long enough ago has nobody before it still to come.
 */
export class Amostras {
  #vistas: readonly Amostra[] = [];

  anotar(id: number, em: number): void {
    if (id > (this.#vistas.at(-1)?.id ?? 0)) this.#vistas = [...this.#vistas, { id, em }];
  }

  /** The highest one that is old enough; 0: none yet. Those before it are forgotten. */
  madura(agora: number): number {
    const ultima = this.#vistas.findLastIndex(({ em }) => agora - em >= MATURIDADE_MS);
    if (ultima < 0) return 0;
    const { id } = this.#vistas[ultima]!;
    this.#vistas = this.#vistas.slice(ultima);
    return id;
  }
}
