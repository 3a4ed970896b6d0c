import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { esperaMs } from './nova-tentativa.js';

const MINUTO_MS = 60_000;

describe('espera até a nova tentativa', () => {
  it.each([
    [1, 1],
    [2, 5],
    [3, 30],
    [4, 120],
  ])('deve ser, depois da tentativa %s, de %s minuto(s) a um quinto a mais', (tentativas, minutos) => {
    expect(esperaMs(tentativas, () => 0)).toBe(minutos * MINUTO_MS);
    expect(esperaMs(tentativas, () => 1)).toBe(minutos * MINUTO_MS * 1.2);
  });

  it('deve ficar sempre entre um minuto e duas horas e um quinto', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tentativas, sorte) => {
          const espera = esperaMs(tentativas, () => sorte);
          expect(espera).toBeGreaterThanOrEqual(MINUTO_MS);
          expect(espera).toBeLessThanOrEqual(144 * MINUTO_MS);
        },
      ),
    );
  });
});
