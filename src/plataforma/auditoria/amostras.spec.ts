import { describe, expect, it } from '@jest/globals';
import { Amostras, MATURIDADE_MS } from './amostras.js';

describe('amostras dos ids da auditoria', () => {
  it('deve dar o maior id visto há tempo bastante, e nunca um mais novo', () => {
    const amostras = new Amostras();
    expect(amostras.madura(1e9)).toBe(0);
    amostras.anotar(10, 0);
    amostras.anotar(30, 1_000);
    amostras.anotar(40, MATURIDADE_MS);
    expect(amostras.madura(MATURIDADE_MS - 1)).toBe(0);
    expect(amostras.madura(MATURIDADE_MS)).toBe(10);
    expect(amostras.madura(MATURIDADE_MS + 1_000)).toBe(30);
    expect(amostras.madura(2 * MATURIDADE_MS - 1)).toBe(30);
    expect(amostras.madura(2 * MATURIDADE_MS)).toBe(40);
  });

  it('deve contar do instante em que um id foi visto pela primeira vez', () => {
    const amostras = new Amostras();
    for (let ms = 0; ms < MATURIDADE_MS; ms += 1_000) amostras.anotar(7, ms);
    expect(amostras.madura(MATURIDADE_MS)).toBe(7);
  });
});
