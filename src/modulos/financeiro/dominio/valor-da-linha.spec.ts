import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FATOR_UM, valorDaLinha } from './valor-da-linha.js';

describe('valor da linha', () => {
  it.each([
    [3, 35_050, FATOR_UM, 105_150],
    [1, 0, FATOR_UM, 0],
    // 0.85 of R$ 0.10 is 8.5 centavos: half goes up.
    [1, 10, 8_500, 9],
    [1, 10, 8_499, 8],
    [1, 1, 5_000, 1],
    [1, 1, 4_999, 0],
    // 1.005 in binary is less than it looks: 100.5 centavos must still go up.
    [1, 100, 10_050, 101],
    [1, 10, 12_500, 13],
    // The product is far beyond 2^53, the total is not.
    [1_000, 99_999_999_999, FATOR_UM, 99_999_999_999_000],
  ])(
    'deve dar o centavo mais próximo, meio para cima: %d × %d × %d/10000 = %d',
    (quantidade, preco, fator, esperado) => {
      expect(valorDaLinha(quantidade, preco, fator)).toBe(esperado);
    },
  );

  it('deve recusar um total que não cabe exato em um número', () => {
    expect(() => valorDaLinha(1_000_000, 99_999_999_999, FATOR_UM)).toThrow('out of range');
  });

  it('deve errar no máximo meio centavo, e para cima quando é meio exato', () => {
    const positivo = (max: number) => fc.bigInt({ min: 0n, max: BigInt(max) });
    fc.assert(
      fc.property(positivo(10_000), positivo(99_999_999), positivo(30_000), (q, p, f) => {
        const erro = BigInt(valorDaLinha(Number(q), Number(p), Number(f))) * 10_000n - q * p * f;
        expect(erro > -5_000n && erro <= 5_000n).toBe(true);
      }),
    );
  });
});
