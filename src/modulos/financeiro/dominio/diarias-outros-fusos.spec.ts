import { describe, expect, it } from '@jest/globals';
import { diarias, estadia, REGRAS_PADRAO } from '../../../../test/apoio/estadia.js';
import { Calendario } from '../../../plataforma/tempo/calendario.js';
import { numeroDeDiarias } from './diarias.js';

const em = (texto: string): Date => new Date(texto);

/** Zones of Brazil that never change their clocks, one on each side of Brasília, and one a whole day away. */
describe('diárias no fuso do hospital', () => {
  it.each([
    // 16:00Z is noon in Manaus and 14:00 in Noronha.
    ['America/Manaus', '2026-06-05T15:59:59.999Z', 4],
    ['America/Manaus', '2026-06-05T16:00:00.000Z', 5],
    ['America/Noronha', '2026-06-05T13:59:59.999Z', 4],
    ['America/Noronha', '2026-06-05T14:00:00.000Z', 5],
    ['America/Rio_Branco', '2026-06-05T16:59:59.999Z', 4],
    ['America/Rio_Branco', '2026-06-05T17:00:00.000Z', 5],
  ])('deve comparar a virada com a hora de %s: saída %s = %d', (fuso, saida, esperado) => {
    expect(numeroDeDiarias(em('2026-06-01T18:00:00Z'), em(saida), REGRAS_PADRAO, new Calendario(fuso))).toBe(
      esperado,
    );
  });

  it.each([
    // From 23:00 to 23:30 of the next day in Brasília; from midnight to half past midnight in Noronha.
    ['America/Sao_Paulo', ['01/06 ENFERMARIA', '02/06 ENFERMARIA']],
    ['America/Noronha', ['02/06 ENFERMARIA']],
    ['America/Manaus', ['01/06 ENFERMARIA', '02/06 ENFERMARIA']],
    ['Pacific/Kiritimati', ['02/06 ENFERMARIA', '03/06 ENFERMARIA']],
  ])('deve datar as diárias pelo dia civil de %s', (fuso, esperado) => {
    const curta = estadia([['ENFERMARIA', em('2026-06-02T02:00:00Z')]], em('2026-06-03T02:30:00Z'));
    expect(diarias(curta, {}, new Calendario(fuso))).toEqual(esperado);
  });

  it('deve dar ao dia o leito em que ele termina no fuso do hospital', () => {
    const mudancaAsVinteETresDeManaus = estadia(
      [
        ['ENFERMARIA', em('2026-06-01T18:00:00Z')],
        ['UTI_ADULTO', em('2026-06-02T03:30:00Z')],
      ],
      em('2026-06-03T13:00:00Z'),
    );
    expect(diarias(mudancaAsVinteETresDeManaus, {}, new Calendario('America/Manaus'))).toEqual([
      '01/06 UTI_ADULTO',
      '02/06 UTI_ADULTO',
    ]);
    expect(diarias(mudancaAsVinteETresDeManaus)).toEqual(['01/06 ENFERMARIA', '02/06 UTI_ADULTO']);
  });
});
