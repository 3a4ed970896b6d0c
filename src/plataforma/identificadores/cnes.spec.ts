import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cnesValido, digitoDoCnesConfere, normalizarCnes } from './cnes.js';

describe('CNES', () => {
  it.each(['2077485', '2707918', '2237253'])('deve aceitar %s e conferir o dígito', (cnes) => {
    expect(cnesValido(normalizarCnes(cnes))).toBe(true);
    expect(digitoDoCnesConfere(cnes)).toBe(true);
  });

  it('deve só avisar, sem recusar, quando o dígito não confere', () => {
    expect(cnesValido('2077486')).toBe(true);
    expect(digitoDoCnesConfere('2077486')).toBe(false);
  });

  it.each(['207748', '20774855', '207748A', '0000000', '7777777', ''])('deve recusar %s', (texto) => {
    expect(cnesValido(normalizarCnes(texto))).toBe(false);
  });

  it('deve não conferir o dígito do que não tem sete algarismos', () => {
    expect(digitoDoCnesConfere('')).toBe(false);
    expect(digitoDoCnesConfere('20774851')).toBe(false);
  });

  it('deve conferir um único último dígito para cada começo', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (n) => {
        const comeco = String(n).padStart(6, '0');
        const que = [...'0123456789'].filter((d) => digitoDoCnesConfere(comeco + d));
        expect(que).toHaveLength(1);
      }),
    );
  });
});
