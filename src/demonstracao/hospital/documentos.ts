import type { Sorteio } from './sorteio.js';

const soma = (digitos: string, pesoDe: (i: number) => number): number =>
  [...digitos].reduce((total, digito, i) => total + Number(digito) * pesoDe(i), 0);

const comDigito = (digitos: string): string => {
  const resto = soma(digitos, (i) => digitos.length + 1 - i) % 11;
  return digitos + (resto < 2 ? 0 : 11 - resto);
};

/** Documents with the right check digits and drawn at random, each once. */
export class Documentos {
  readonly #usados = new Set<string>(['52998224725', '11144477735', '700000000000005']);

  constructor(private readonly sorteio: Sorteio) {}

  /** 11 digits (Receita Federal, module 11). */
  cpf(): string {
    return this.#unico(() => comDigito(comDigito(this.sorteio.digitos(9))));
  }

  /** 15 digits of a provisional card: 7, 8 or 9 and a weighted sum that 11 divides (DATASUS). */
  cns(): string {
    return this.#unico(() => {
      const inicio = this.sorteio.um(['7', '8', '9']) + this.sorteio.digitos(13);
      const digito = (11 - (soma(inicio, (i) => 15 - i) % 11)) % 11;
      return digito < 10 ? inicio + digito : null;
    });
  }

  #unico(sortear: () => string | null): string {
    for (;;) {
      const numero = sortear();
      if (numero === null || this.#usados.has(numero)) continue;
      this.#usados.add(numero);
      return numero;
    }
  }
}
