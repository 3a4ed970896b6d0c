import { describe, expect, it } from '@jest/globals';
import { calcularEsperado, diariasCobradas, pacientesDia } from '../../ferramentas/aih/esperado.js';
import { planejarLeitos } from '../../ferramentas/aih/plano.js';
import { registrosInventados } from './linhas-aih.js';

const de = (texto: string): Date => new Date(`2026-06-${texto}:00-03:00`);

describe('resultado esperado da reprodução', () => {
  it.each([
    ['01T10:00', '05T09:00', 4, 4],
    ['01T10:00', '05T13:00', 5, 4],
    ['01T10:00', '05T12:00', 5, 4],
    ['02T08:00', '02T20:00', 1, 1],
    ['02T23:30', '03T00:30', 1, 1],
  ])('deve contar, de %s a %s, %i diárias e %i pacientes-dia', (entrada, saida, diarias, dias) => {
    expect(diariasCobradas(de(entrada), de(saida), 12)).toBe(diarias);
    expect(pacientesDia(de(entrada), de(saida))).toBe(dias);
  });

  it('deve somar só as altas e deixar abertos os cortes de cobrança', () => {
    const leitos = planejarLeitos(
      registrosInventados([
        { DT_INTER: '20171010', DT_SAIDA: '20171013' },
        { DT_INTER: '20171010', DT_SAIDA: '20171010', COBRANCA: '41' },
        { DT_INTER: '20171001', DT_SAIDA: '20171031', COBRANCA: '27' },
        { DT_INTER: '20171014', DT_SAIDA: '20171015', ESPEC: '02', COBRANCA: '61' },
      ]),
    );
    // Exits at 09:01 (3 diárias), same day (1) and 12:04 past the turn hour (2).
    expect(calcularEsperado(leitos, 12)).toEqual({
      internacoes: 4,
      altas: 3,
      abertas: 1,
      obitos: 1,
      pacientesDia: 3 + 1 + 1,
      faturadoCentavos: 4 * 32050 + 2 * 58000,
    });
    expect(calcularEsperado(leitos, 24).faturadoCentavos).toBe(4 * 32050 + 58000);
  });
});
