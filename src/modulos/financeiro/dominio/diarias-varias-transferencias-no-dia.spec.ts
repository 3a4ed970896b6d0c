import { describe, expect, it } from '@jest/globals';
import { diarias, estadia } from '../../../../test/apoio/estadia.js';
import type { ClasseDaDiaria } from '../../hospital/contrato/politicas-do-hospital.js';

const precos = { EMERGENCIA: 50_000, ENFERMARIA: 40_000, SEMI_INTENSIVO: 90_000, UTI_ADULTO: 180_000 };

/** In by the emergency, four beds on the first day, two on the second, out on the third in the morning. */
const agitada = estadia(
  [
    ['EMERGENCIA', '01/06 07:00'],
    ['ENFERMARIA', '01/06 09:30'],
    ['UTI_ADULTO', '01/06 11:59'],
    ['SEMI_INTENSIVO', '01/06 18:00'],
    ['ENFERMARIA', '02/06 12:00'],
  ],
  '03/06 09:00',
);

describe('diárias com várias transferências no mesmo dia', () => {
  it.each<[ClasseDaDiaria, string[]]>([
    ['NOITE', ['01/06 SEMI_INTENSIVO', '02/06 ENFERMARIA']],
    ['VIRADA', ['01/06 UTI_ADULTO', '02/06 ENFERMARIA']],
    ['MAIOR', ['01/06 UTI_ADULTO', '02/06 SEMI_INTENSIVO']],
  ])('deve cobrar uma diária por dia, da classe que o hospital escolheu (%s)', (classeDaDiaria, esperado) => {
    expect(diarias(agitada, { classeDaDiaria, precos })).toEqual(esperado);
  });

  it.each<ClasseDaDiaria>(['NOITE', 'VIRADA', 'MAIOR'])(
    'deve cobrar uma só, do último leito, se tudo acontece em um dia (%s)',
    (classeDaDiaria) => {
      const umDia = estadia(
        [
          ['UTI_ADULTO', '01/06 08:00'],
          ['ENFERMARIA', '01/06 10:00'],
          ['SEMI_INTENSIVO', '01/06 13:00'],
          ['ENFERMARIA', '01/06 15:00'],
        ],
        '01/06 23:00',
      );
      expect(diarias(umDia, { classeDaDiaria, precos })).toEqual(['01/06 ENFERMARIA']);
    },
  );
});
