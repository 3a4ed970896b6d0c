const { cos, exp, floor, imul, log, PI, sqrt } = Math;

/**
 * Pseudo-random numbers, the same for the same seed (mulberry32): the demonstration is the same hospital on every
 * machine.
 */
export class Sorteio {
  #estado: number;

  constructor(semente: number) {
    this.#estado = semente >>> 0;
  }

  /** From 0, included, to 1, excluded. */
  fracao(): number {
    this.#estado = (this.#estado + 0x6d2b79f5) >>> 0;
    let t = this.#estado;
    t = imul(t ^ (t >>> 15), t | 1);
    t ^= t + imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Both ends included. */
  inteiro(min: number, max: number): number {
    return min + floor(this.fracao() * (max - min + 1));
  }

  entre(min: number, max: number): number {
    return min + this.fracao() * (max - min);
  }

  chance(probabilidade: number): boolean {
    return this.fracao() < probabilidade;
  }

  /** One of a list that is not empty. */
  um<T>(lista: readonly T[]): T {
    return lista[this.inteiro(0, lista.length - 1)]!;
  }

  /** One of a list that is not empty, in proportion to its weight. */
  umPorPeso<T>(lista: readonly T[], peso: (item: T) => number): T {
    let ponto = this.fracao() * lista.reduce((soma, item) => soma + peso(item), 0);
    return lista.find((item) => (ponto -= peso(item)) < 0) ?? lista.at(-1)!;
  }

  /** Long-tailed, as stays are: half of the values are below `mediana`. */
  logNormal(mediana: number, dispersao: number): number {
    const normal = sqrt(-2 * log(1 - this.fracao())) * cos(2 * PI * this.fracao());
    return mediana * exp(dispersao * normal);
  }

  /** How many times what happens `media` times on average happens (Knuth). */
  poisson(media: number): number {
    const limite = exp(-media);
    let vezes = -1;
    for (let produto = 1; produto > limite; vezes += 1) produto *= this.fracao();
    return vezes;
  }

  digitos(quantos: number): string {
    return Array.from({ length: quantos }, () => this.inteiro(0, 9)).join('');
  }
}
