import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Periodo, sobrepoe } from './periodo.js';

const periodo = (inicio: number, fim: number | null): Periodo => ({
  inicio: new Date(inicio),
  fim: fim === null ? null : new Date(fim),
});

/** Small numbers, so that touching and nesting happen often. */
const qualquer = fc
  .record({ inicio: fc.integer({ min: 0, max: 12 }), duracao: fc.option(fc.integer({ min: 0, max: 6 })) })
  .map(({ inicio, duracao }) => periodo(inicio, duracao === null ? null : inicio + duracao));
const naoVazio = qualquer.filter((p) => p.fim === null || p.fim > p.inicio);

const contem = (p: Periodo, instante: number): boolean =>
  p.inicio.getTime() <= instante && (p.fim === null || instante < p.fim.getTime());

describe('sobreposição de períodos', () => {
  it.each([
    ['um dentro do outro', periodo(1, 9), periodo(3, 4), true],
    ['um começa quando o outro acaba', periodo(1, 3), periodo(3, 5), false],
    ['um milissegundo em comum', periodo(1, 4), periodo(3, 5), true],
    ['aberto depois do fim do outro', periodo(1, 3), periodo(3, null), false],
    ['aberto antes do começo do outro', periodo(1, null), periodo(8, 9), true],
    ['dois abertos', periodo(1, null), periodo(90, null), true],
    ['um instante dentro do outro', periodo(1, 5), periodo(3, 3), true],
    ['um instante na borda do outro', periodo(1, 5), periodo(1, 1), false],
  ])('deve julgar: %s', (_caso, a, b, esperado) => {
    expect(sobrepoe(a, b)).toBe(esperado);
  });

  it('deve dizer o mesmo que procurar um instante em comum, para períodos com duração', () => {
    fc.assert(
      fc.property(naoVazio, naoVazio, (a, b) => {
        const emComum = Array.from({ length: 30 }, (_, t) => t).some((t) => contem(a, t) && contem(b, t));
        expect(sobrepoe(a, b)).toBe(emComum);
      }),
    );
  });

  it('deve ser simétrica', () => {
    fc.assert(fc.property(qualquer, qualquer, (a, b) => expect(sobrepoe(a, b)).toBe(sobrepoe(b, a))));
  });

  it('deve não depender de onde o tempo começa', () => {
    const mais = (p: Periodo, ms: number) => periodo(p.inicio.getTime() + ms, p.fim && p.fim.getTime() + ms);
    fc.assert(
      fc.property(qualquer, qualquer, fc.integer({ min: -1e12, max: 1e12 }), (a, b, ms) =>
        expect(sobrepoe(mais(a, ms), mais(b, ms))).toBe(sobrepoe(a, b)),
      ),
    );
  });
});
