import { describe, expect, it } from '@jest/globals';
import { diarias, estadia } from '../../../../test/apoio/estadia.js';
import type { Precos } from './diarias.js';

const PRECOS: Precos = {
  ENFERMARIA: 40_000,
  ISOLAMENTO: 40_000,
  SEMI_INTENSIVO: 90_000,
  UTI_ADULTO: 180_000,
};
const peloMaior = (precos: Precos, ...dados: Parameters<typeof estadia>) =>
  diarias(estadia(...dados), { classeDaDiaria: 'MAIOR', precos });

describe('diárias pela classe do leito mais caro do dia', () => {
  it('deve valer o leito mais caro entre todos os do dia, e não o do fim', () => {
    expect(
      peloMaior(
        PRECOS,
        [
          ['ENFERMARIA', '01/06 08:00'],
          ['UTI_ADULTO', '01/06 10:00'],
          ['SEMI_INTENSIVO', '01/06 11:00'],
        ],
        '03/06 08:00',
      ),
    ).toEqual(['01/06 UTI_ADULTO', '02/06 SEMI_INTENSIVO']);
  });

  it('deve contar no dia seguinte o leito caro que passou da meia-noite, e não o que terminou nela', () => {
    const ate = (fimDaUti: string) =>
      peloMaior(
        PRECOS,
        [
          ['UTI_ADULTO', '01/06 08:00'],
          ['ENFERMARIA', fimDaUti],
        ],
        '03/06 08:00',
      );
    expect(ate('02/06 00:00')).toEqual(['01/06 UTI_ADULTO', '02/06 ENFERMARIA']);
    expect(ate('02/06 00:01')).toEqual(['01/06 UTI_ADULTO', '02/06 UTI_ADULTO']);
  });

  it('deve desempatar preços iguais pelo último leito', () => {
    expect(
      peloMaior(
        PRECOS,
        [
          ['ENFERMARIA', '01/06 08:00'],
          ['ISOLAMENTO', '01/06 10:00'],
        ],
        '02/06 08:00',
      ),
    ).toEqual(['01/06 ISOLAMENTO']);
    expect(
      peloMaior(
        { ...PRECOS, APARTAMENTO: 10_000 },
        [
          ['ENFERMARIA', '01/06 08:00'],
          ['ISOLAMENTO', '01/06 10:00'],
          ['APARTAMENTO', '01/06 12:00'],
        ],
        '02/06 08:00',
      ),
    ).toEqual(['01/06 ISOLAMENTO']);
  });

  it('deve tratar o leito sem preço como o mais caro, para que alguém o veja', () => {
    expect(
      peloMaior(
        PRECOS,
        [
          ['APARTAMENTO', '01/06 08:00'],
          ['UTI_ADULTO', '01/06 10:00'],
        ],
        '03/06 08:00',
      ),
    ).toEqual(['01/06 APARTAMENTO', '02/06 UTI_ADULTO']);
  });

  it('deve ignorar a passagem de duração nula pelo leito caro', () => {
    expect(
      peloMaior(
        PRECOS,
        [
          ['ENFERMARIA', '01/06 08:00'],
          ['UTI_ADULTO', '01/06 10:00'],
          ['ENFERMARIA', '01/06 10:00'],
        ],
        '02/06 08:00',
      ),
    ).toEqual(['01/06 ENFERMARIA']);
  });

  it('deve cobrar pelo último leito o dia da saída, ainda que tenha havido um mais caro', () => {
    expect(
      peloMaior(
        PRECOS,
        [
          ['UTI_ADULTO', '02/06 08:00'],
          ['ENFERMARIA', '02/06 10:00'],
        ],
        '02/06 20:00',
      ),
    ).toEqual(['02/06 ENFERMARIA']);
  });
});
