import { describe, expect, it } from '@jest/globals';
import { diarias, estadia } from '../../../../test/apoio/estadia.js';

/** The scenario of DOMINIO §4: two nights in the ward, transferred in the afternoon, out the next morning. */
describe('diárias de quem vai da enfermaria para a UTI', () => {
  const vetor = estadia(
    [
      ['ENFERMARIA', '07/06 10:00'],
      ['UTI_ADULTO', '09/06 15:00'],
    ],
    '10/06 09:00',
  );

  it('deve cobrar 2 de enfermaria e 1 de UTI pela noite', () => {
    expect(diarias(vetor)).toEqual(['07/06 ENFERMARIA', '08/06 ENFERMARIA', '09/06 UTI_ADULTO']);
  });

  it('deve cobrar 3 de enfermaria pela virada', () => {
    expect(diarias(vetor, { classeDaDiaria: 'VIRADA' })).toEqual([
      '07/06 ENFERMARIA',
      '08/06 ENFERMARIA',
      '09/06 ENFERMARIA',
    ]);
  });

  it('deve cobrar o dia da mudança pelo leito mais caro', () => {
    const precos = { ENFERMARIA: 40_000, UTI_ADULTO: 180_000 };
    expect(diarias(vetor, { classeDaDiaria: 'MAIOR', precos })).toEqual([
      '07/06 ENFERMARIA',
      '08/06 ENFERMARIA',
      '09/06 UTI_ADULTO',
    ]);
  });

  it.each(['NOITE', 'VIRADA', 'MAIOR'] as const)(
    'deve cobrar a saída depois da virada pelo último leito (%s)',
    (classeDaDiaria) => {
      const comDiaDaSaida = estadia(
        [
          ['UTI_ADULTO', '07/06 10:00'],
          ['ENFERMARIA', '09/06 12:30'],
        ],
        '09/06 18:00',
      );
      const precos = { ENFERMARIA: 40_000, UTI_ADULTO: 180_000 };
      expect(diarias(comDiaDaSaida, { classeDaDiaria, precos })).toEqual([
        '07/06 UTI_ADULTO',
        '08/06 UTI_ADULTO',
        '09/06 ENFERMARIA',
      ]);
    },
  );
});
