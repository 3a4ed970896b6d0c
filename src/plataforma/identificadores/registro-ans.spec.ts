import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mascararRegistroAns, normalizarRegistroAns, registroAnsValido } from './registro-ans.js';

describe('registro ANS', () => {
  it.each(['418374', '417734', '421421', '41837-4', '000582'])('deve aceitar %s', (texto) => {
    expect(registroAnsValido(normalizarRegistroAns(texto))).toBe(true);
  });

  it.each(['41837', '4183744', '41837A', '000000', '333333', ''])('deve recusar %s', (texto) => {
    expect(registroAnsValido(normalizarRegistroAns(texto))).toBe(false);
  });

  it('deve voltar da máscara à forma guardada', () => {
    expect(mascararRegistroAns('418374')).toBe('41837-4');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (n) => {
        const registro = String(n).padStart(6, '0');
        expect(normalizarRegistroAns(mascararRegistroAns(registro))).toBe(registro);
      }),
    );
  });
});
