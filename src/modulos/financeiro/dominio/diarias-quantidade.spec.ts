import { describe, expect, it } from '@jest/globals';
import { diarias, estadia, local, REGRAS_PADRAO, SAO_PAULO } from '../../../../test/apoio/estadia.js';
import { Calendario } from '../../../plataforma/tempo/calendario.js';
import { numeroDeDiarias, type RegrasDaDiaria } from './diarias.js';

const quantas = (entrada: string, saida: string, regras: Partial<RegrasDaDiaria> = {}): number =>
  numeroDeDiarias(local(entrada), local(saida), { ...REGRAS_PADRAO, ...regras }, SAO_PAULO);

describe('quantidade de diárias', () => {
  it.each([
    ['01/06 10:00', '05/06 09:00', 4],
    ['01/06 10:00', '05/06 13:00', 5],
    ['02/06 08:00', '02/06 20:00', 1],
    ['07/06 10:00', '10/06 09:00', 3],
  ])('deve seguir o vetor da casa: %s → %s = %d', (entrada, saida, esperado) => {
    expect(quantas(entrada, saida)).toBe(esperado);
  });

  it.each([
    ['05/06 11:59:59.999', 4],
    ['05/06 12:00', 5],
    ['05/06 12:00:00.001', 5],
  ])('deve cobrar o dia da saída a partir da virada exata: saída %s = %d', (saida, esperado) => {
    expect(quantas('01/06 10:00', saida)).toBe(esperado);
  });

  it.each([
    ['05/06 12:00', 30, 4],
    ['05/06 12:29:59.999', 30, 4],
    ['05/06 12:30', 30, 5],
    // As decimals of an hour, 12 + 80/60 and 13 + 20/60 need not be the same number.
    ['05/06 13:19:59.999', 80, 4],
    ['05/06 13:20', 80, 5],
  ])(
    'deve esperar a tolerância depois da virada: saída %s com %d min = %d',
    (saida, toleranciaMinutos, esperado) => {
      expect(quantas('01/06 10:00', saida, { toleranciaMinutos })).toBe(esperado);
    },
  );

  it('deve nunca cobrar o dia da saída quando a virada com a tolerância passa da meia-noite', () => {
    expect(quantas('01/06 10:00', '05/06 23:59:59.999', { horaDaVirada: 23, toleranciaMinutos: 90 })).toBe(4);
  });

  it.each([
    // Before the turn, after it, across it, of no length: a same-day stay is one diária.
    ['02/06 08:00', '02/06 09:00', 1],
    ['02/06 13:00', '02/06 20:00', 1],
    ['02/06 11:00', '02/06 12:00', 1],
    ['02/06 08:00', '02/06 08:00', 1],
    // Midnight belongs to the day that begins.
    ['01/06 23:59:59.999', '02/06 00:00', 1],
    ['02/06 00:00', '03/06 00:00', 1],
    ['01/06 22:00', '02/06 13:00', 2],
    ['01/06 22:00', '02/06 11:00', 1],
  ])('deve cobrar ao menos uma, pelos dias civis: %s → %s = %d', (entrada, saida, esperado) => {
    expect(quantas(entrada, saida)).toBe(esperado);
  });

  it('deve cobrar uma diária por dia de calendário a partir do dia da entrada', () => {
    expect(diarias(estadia([['ENFERMARIA', '30/05 10:00']], '02/06 09:00'))).toEqual([
      '30/05 ENFERMARIA',
      '31/05 ENFERMARIA',
      '01/06 ENFERMARIA',
    ]);
  });

  it('deve contar dias civis também onde o censo fecha de manhã', () => {
    const censoAsSete = new Calendario('America/Sao_Paulo', 7);
    expect(diarias(estadia([['ENFERMARIA', '01/06 06:00']], '03/06 09:00'), {}, censoAsSete)).toEqual([
      '01/06 ENFERMARIA',
      '02/06 ENFERMARIA',
    ]);
  });

  it('deve não cobrar nada de quem não ocupou leito', () => {
    expect(diarias({ trechos: [], entrada: local('01/06 10:00'), saida: local('05/06 09:00') })).toEqual([]);
  });
});
