import { describe, expect, it } from '@jest/globals';
import { esperaMs } from './executor-de-entregas.js';

describe('Espera entre tentativas', () => {
  it('deve crescer com as tentativas, até o teto de duas horas', () => {
    const teto = [1, 2, 3, 4, 8, 50].map((n) => esperaMs(n, () => 1));
    expect(teto).toEqual([4_000, 16_000, 64_000, 256_000, 7_200_000, 7_200_000]);
  });

  it('deve sortear na metade de cima do intervalo, para não voltar todo mundo junto', () => {
    expect(esperaMs(3, () => 0)).toBe(32_000);
    const esperas = Array.from({ length: 2_000 }, () => esperaMs(3));
    expect(Math.min(...esperas)).toBeGreaterThanOrEqual(32_000);
    expect(Math.min(...esperas)).toBeLessThan(34_000);
    expect(Math.max(...esperas)).toBeGreaterThan(62_000);
    expect(Math.max(...esperas)).toBeLessThanOrEqual(64_000);
  });
});
