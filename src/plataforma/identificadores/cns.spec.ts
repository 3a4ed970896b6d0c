import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cnsValido, mascararCns, normalizarCns } from './cns.js';

const digito = fc.integer({ min: 0, max: 9 });
const soma = (digitos: number[]): number => digitos.reduce((total, d, i) => total + d * (15 - i), 0);

/** Definitive card: base of 11, suffix 000 (or 001 when the digit would be 10), check digit. */
const definitivo = fc
  .tuple(fc.constantFrom(1, 2), fc.array(digito, { minLength: 10, maxLength: 10 }))
  .map(([primeiro, resto]) => {
    const base = [primeiro, ...resto];
    const verificador = 11 - (soma(base) % 11);
    if (verificador === 10) return `${base.join('')}001${11 - ((soma(base) + 2) % 11)}`;
    return `${base.join('')}000${verificador % 11}`;
  });

/** Provisional card: 15 digits whose weighted sum is a multiple of 11. */
const provisorio = fc
  .tuple(fc.constantFrom(7, 8, 9), fc.array(digito, { minLength: 13, maxLength: 13 }))
  .map(([primeiro, resto]) => {
    const base = [primeiro, ...resto];
    return { base, verificador: (11 - (soma(base) % 11)) % 11 };
  })
  .filter(({ verificador }) => verificador < 10)
  .map(({ base, verificador }) => [...base, verificador].join(''));

const cnsGerado = fc.oneof(definitivo, provisorio);

describe('CNS', () => {
  it.each([
    '123456789010000',
    '100000000060018',
    '170332595040000',
    '200000000000003',
    '299999999990006',
    '120000000050009',
    '700000000000005',
    '701800000000006',
    '801234567890121',
    '898000100000004',
    '900000000000016',
    '706002892480349',
    '898 0001 0000 0004',
  ])('deve aceitar %s', (texto) => {
    expect(cnsValido(normalizarCns(texto))).toBe(true);
  });

  it.each([
    '123456789010001',
    '706002892480344',
    '898000000000000',
    '000000000000000',
    '500000000000000',
    '89800010000000',
    '89800010000000A',
    '',
  ])('deve recusar %s', (texto) => {
    expect(cnsValido(normalizarCns(texto))).toBe(false);
  });

  it('deve aceitar todo cartão, definitivo ou provisório, com o dígito calculado', () => {
    fc.assert(fc.property(cnsGerado, (cns) => expect(cnsValido(cns)).toBe(true)));
  });

  it('deve recusar o cartão em que o último dígito mudou', () => {
    fc.assert(
      fc.property(cnsGerado, fc.integer({ min: 1, max: 9 }), (cns, mais) => {
        expect(cnsValido(cns.slice(0, 14) + String((Number(cns.charAt(14)) + mais) % 10))).toBe(false);
      }),
    );
  });

  it('deve voltar da máscara à forma guardada', () => {
    expect(mascararCns('898000100000004')).toBe('898 0001 0000 0004');
    fc.assert(fc.property(cnsGerado, (cns) => expect(normalizarCns(mascararCns(cns))).toBe(cns)));
  });
});
