import fc, { type Arbitrary } from 'fast-check';

/** Draws of one step: the same for the same seed and number, whatever was drawn for the steps before. */
export class Sorte {
  readonly #tirar: fc.GeneratorValue;

  constructor(semente: number, passo: number) {
    const seed = Math.imul(semente ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(passo + 1, 0xc2b2ae35);
    this.#tirar = fc.sample(fc.gen(), { seed, numRuns: 1 })[0]!;
  }

  /** A value of this arbitrary of fast-check. */
  de<T>(arbitrario: Arbitrary<T>): T {
    return this.#tirar(() => arbitrario);
  }

  /** Both ends included. */
  inteiro(min: number, max: number): number {
    return this.de(fc.noBias(fc.integer({ min, max })));
  }

  chance(porCento: number): boolean {
    return this.inteiro(0, 99) < porCento;
  }

  /** One of a list that is not empty. */
  um<T>(lista: readonly T[]): T {
    return lista[this.inteiro(0, lista.length - 1)]!;
  }

  umPorPeso<T>(lista: readonly T[], peso: (item: T) => number): T {
    let ponto = this.inteiro(0, 999_999) / 1_000_000;
    const soma = lista.reduce((total, item) => total + peso(item), 0);
    return lista.find((item) => (ponto -= peso(item) / soma) < 0) ?? lista.at(-1)!;
  }
}
