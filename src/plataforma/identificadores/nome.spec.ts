import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalizarParaBusca } from './nome.js';

describe('nome para busca', () => {
  it.each([
    ['  José  da   SILVA ', 'jose da silva'],
    ['CONCEIÇÃO Ávila', 'conceicao avila'],
    ['Jose\u0301', 'jose'],
    ['Müller\tÑandú', 'muller nandu'],
    ["D'Ávila-Souza", "d'avila-souza"],
    ['', ''],
  ])('deve guardar "%s" como "%s"', (texto, guardado) => {
    expect(normalizarParaBusca(texto)).toBe(guardado);
  });

  it('deve encontrar o mesmo nome com ou sem acento, em qualquer caixa', () => {
    const nome = fc.string({ unit: fc.constantFrom(...'aáâãbcçdeéêiíoóôõuúü '), maxLength: 40 });
    fc.assert(
      fc.property(nome, (texto) => {
        expect(normalizarParaBusca(texto.toUpperCase())).toBe(normalizarParaBusca(texto));
        expect(normalizarParaBusca(texto.normalize('NFD'))).toBe(normalizarParaBusca(texto));
      }),
    );
  });

  it('deve dar o mesmo resultado quando aplicada duas vezes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (texto) => {
        expect(normalizarParaBusca(normalizarParaBusca(texto))).toBe(normalizarParaBusca(texto));
      }),
      { numRuns: 1000 },
    );
  });
});
