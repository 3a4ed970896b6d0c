import { describe, expect, it } from '@jest/globals';
import { diarias, estadia } from '../../../../test/apoio/estadia.js';

describe('diárias pela classe da noite', () => {
  it('deve valer o leito em que o dia termina, por mais transferências que o dia tenha', () => {
    const muitas = estadia(
      [
        ['EMERGENCIA', '01/06 08:00'],
        ['ENFERMARIA', '01/06 09:00'],
        ['UTI_ADULTO', '01/06 13:00'],
        ['SEMI_INTENSIVO', '01/06 23:59:59.999'],
        ['ENFERMARIA', '02/06 00:00:00.001'],
      ],
      '03/06 08:00',
    );
    expect(diarias(muitas)).toEqual(['01/06 SEMI_INTENSIVO', '02/06 ENFERMARIA']);
  });

  it('deve contar para o dia que acaba o leito deixado exatamente à meia-noite, como no censo', () => {
    const aMeiaNoite = estadia(
      [
        ['ENFERMARIA', '01/06 10:00'],
        ['UTI_ADULTO', '02/06 00:00'],
      ],
      '03/06 08:00',
    );
    expect(diarias(aMeiaNoite)).toEqual(['01/06 ENFERMARIA', '02/06 UTI_ADULTO']);
  });

  it('deve cobrar pelo último leito a internação que começa e acaba no mesmo dia', () => {
    const mesmoDia = estadia(
      [
        ['UTI_ADULTO', '02/06 08:00'],
        ['ENFERMARIA', '02/06 15:00'],
      ],
      '02/06 20:00',
    );
    expect(diarias(mesmoDia)).toEqual(['02/06 ENFERMARIA']);
  });

  it('deve ignorar a passagem de duração nula por um leito', () => {
    const engano = estadia(
      [
        ['UTI_ADULTO', '01/06 10:00'],
        ['ENFERMARIA', '01/06 10:00'],
      ],
      '02/06 08:00',
    );
    expect(diarias(engano)).toEqual(['01/06 ENFERMARIA']);
  });

  it('deve manter o último leito ocupado nos dias de uma lacuna entre trechos', () => {
    const { trechos, entrada, saida } = estadia(
      [
        ['UTI_ADULTO', '01/06 10:00'],
        ['ENFERMARIA', '04/06 10:00'],
      ],
      '05/06 08:00',
    );
    const comLacuna = {
      entrada,
      saida,
      trechos: [{ ...trechos[0]!, fim: new Date('2026-06-02T10:00:00-03:00') }, trechos[1]!],
    };
    expect(diarias(comLacuna)).toEqual([
      '01/06 UTI_ADULTO',
      '02/06 UTI_ADULTO',
      '03/06 UTI_ADULTO',
      '04/06 ENFERMARIA',
    ]);
  });
});
