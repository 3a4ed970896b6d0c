import { describe, expect, it } from '@jest/globals';
import { diarias, estadia } from '../../../../test/apoio/estadia.js';

const pelaVirada = (...dados: Parameters<typeof estadia>) =>
  diarias(estadia(...dados), { classeDaDiaria: 'VIRADA' });

describe('diárias pela classe da virada', () => {
  it('deve valer o leito ocupado na hora da virada de cada dia', () => {
    expect(
      pelaVirada(
        [
          ['ENFERMARIA', '01/06 08:00'],
          ['UTI_ADULTO', '02/06 11:00'],
          ['ENFERMARIA', '02/06 13:00'],
        ],
        '04/06 08:00',
      ),
    ).toEqual(['01/06 ENFERMARIA', '02/06 UTI_ADULTO', '03/06 ENFERMARIA']);
  });

  it('deve dar ao leito novo a mudança feita na hora exata', () => {
    expect(
      pelaVirada(
        [
          ['ENFERMARIA', '01/06 08:00'],
          ['UTI_ADULTO', '02/06 12:00'],
        ],
        '03/06 08:00',
      ),
    ).toEqual(['01/06 ENFERMARIA', '02/06 UTI_ADULTO']);
  });

  it('deve valer o leito do fim do dia quando a entrada vem depois da virada', () => {
    expect(
      pelaVirada(
        [
          ['EMERGENCIA', '01/06 13:00'],
          ['UTI_ADULTO', '01/06 18:00'],
          ['ENFERMARIA', '02/06 10:00'],
        ],
        '03/06 08:00',
      ),
    ).toEqual(['01/06 UTI_ADULTO', '02/06 ENFERMARIA']);
  });

  it('deve valer o leito da entrada feita na hora exata', () => {
    expect(
      pelaVirada(
        [
          ['UTI_ADULTO', '01/06 12:00'],
          ['ENFERMARIA', '01/06 12:01'],
        ],
        '02/06 08:00',
      ),
    ).toEqual(['01/06 UTI_ADULTO']);
  });

  it.each([
    ['antes da virada', '02/06 08:00', '02/06 09:00', '02/06 11:00'],
    ['atravessando a virada', '02/06 08:00', '02/06 15:00', '02/06 20:00'],
    ['depois da virada', '02/06 13:00', '02/06 15:00', '02/06 20:00'],
  ])('deve cobrar pelo último leito a internação de um dia só, %s', (_quando, entrada, mudanca, saida) => {
    expect(
      pelaVirada(
        [
          ['UTI_ADULTO', entrada],
          ['ENFERMARIA', mudanca],
        ],
        saida,
      ),
    ).toEqual(['02/06 ENFERMARIA']);
  });

  it('deve não cobrar o dia da saída antes da virada, mesmo com mudança de leito nele', () => {
    expect(
      pelaVirada(
        [
          ['ENFERMARIA', '01/06 08:00'],
          ['UTI_ADULTO', '02/06 08:00'],
        ],
        '02/06 11:59',
      ),
    ).toEqual(['01/06 ENFERMARIA']);
  });

  it('deve respeitar a hora da virada do hospital', () => {
    const troca = estadia(
      [
        ['ENFERMARIA', '01/06 08:00'],
        ['UTI_ADULTO', '01/06 11:00'],
      ],
      '02/06 08:00',
    );
    expect(diarias(troca, { classeDaDiaria: 'VIRADA', horaDaVirada: 10 })).toEqual(['01/06 ENFERMARIA']);
    expect(diarias(troca, { classeDaDiaria: 'VIRADA', horaDaVirada: 12 })).toEqual(['01/06 UTI_ADULTO']);
  });
});
