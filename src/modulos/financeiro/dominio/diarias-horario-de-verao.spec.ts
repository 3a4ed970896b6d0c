import { describe, expect, it } from '@jest/globals';
import { diarias, estadia } from '../../../../test/apoio/estadia.js';
import type { TipoDeLeito } from '../../leitos/contrato/tipos.js';

const em = (texto: string): Date => new Date(texto);

/** São Paulo, 2018: clocks forward at 00:00 of 4 November (-03 to -02), back at 24:00 of 17 February (-02 to -03). */
describe('diárias nos dias em que o relógio muda', () => {
  it.each([
    ['2018-11-04T13:59:59.999Z', 1],
    ['2018-11-04T14:00:00.000Z', 2],
  ])(
    'deve comparar a virada com o relógio da parede no dia de 23 horas: saída %s = %d',
    (saida, esperado) => {
      expect(diarias(estadia([['ENFERMARIA', em('2018-11-03T13:00:00Z')]], em(saida)))).toHaveLength(
        esperado,
      );
    },
  );

  it.each([
    ['2018-02-18T14:59:59.999Z', 1],
    ['2018-02-18T15:00:00.000Z', 2],
  ])(
    'deve comparar a virada com o relógio da parede depois do dia de 25 horas: saída %s = %d',
    (saida, esperado) => {
      expect(diarias(estadia([['ENFERMARIA', em('2018-02-17T13:00:00Z')]], em(saida)))).toHaveLength(
        esperado,
      );
    },
  );

  const trocaEm = (mudanca: string, entrada: string, saida: string): string[] => {
    const leitos: [TipoDeLeito, Date][] = [
      ['ENFERMARIA', em(entrada)],
      ['UTI_ADULTO', em(mudanca)],
    ];
    return diarias(estadia(leitos, em(saida)));
  };

  it.each([
    ['2018-11-04T02:59:59.999Z', '03/11 UTI_ADULTO'],
    ['2018-11-04T03:00:00.000Z', '03/11 ENFERMARIA'],
  ])('deve achar o fim do dia na meia-noite que não existe: mudança em %s', (mudanca, primeira) => {
    expect(trocaEm(mudanca, '2018-11-03T13:00:00Z', '2018-11-05T10:00:00Z')).toEqual([
      primeira,
      '04/11 UTI_ADULTO',
    ]);
  });

  it.each([
    // 23:30 for the first time, 23:30 for the second, and the real midnight.
    ['2018-02-18T01:30:00.000Z', '17/02 UTI_ADULTO'],
    ['2018-02-18T02:30:00.000Z', '17/02 UTI_ADULTO'],
    ['2018-02-18T03:00:00.000Z', '17/02 ENFERMARIA'],
  ])('deve achar o fim do dia depois da hora repetida: mudança em %s', (mudanca, primeira) => {
    expect(trocaEm(mudanca, '2018-02-17T13:00:00Z', '2018-02-19T10:00:00Z')).toEqual([
      primeira,
      '18/02 UTI_ADULTO',
    ]);
  });
});
