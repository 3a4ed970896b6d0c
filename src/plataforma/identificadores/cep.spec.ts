import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cepValido, mascararCep, normalizarCep } from './cep.js';

describe('CEP', () => {
  it.each(['01310-100', '01310100', '99.750-000'])('deve aceitar %s', (texto) => {
    expect(cepValido(normalizarCep(texto))).toBe(true);
  });

  it.each(['00000-000', '99999999', '0131010', '013101000', '01310-10A', ''])('deve recusar %s', (texto) => {
    expect(cepValido(normalizarCep(texto))).toBe(false);
  });

  it('deve voltar da máscara à forma guardada', () => {
    expect(mascararCep('01310100')).toBe('01310-100');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => {
        const cep = String(n).padStart(8, '0');
        expect(normalizarCep(mascararCep(cep))).toBe(cep);
      }),
    );
  });
});
