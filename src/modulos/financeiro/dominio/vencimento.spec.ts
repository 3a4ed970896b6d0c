import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diferencaEmDias, somarDias } from '../../../plataforma/tempo/calendario.js';
import { calcularVencimento, primeiroDiaUtil } from './vencimento.js';

describe('vencimento', () => {
  it.each([
    ['2026-06-10', 'quarta-feira comum', '2026-06-10'],
    ['2026-06-13', 'sábado', '2026-06-15'],
    ['2026-06-14', 'domingo', '2026-06-15'],
    ['2026-01-01', 'Confraternização Universal', '2026-01-02'],
    ['2026-02-17', 'terça-feira de Carnaval', '2026-02-18'],
    ['2026-04-03', 'Sexta-feira Santa, seguida do fim de semana', '2026-04-06'],
    ['2026-04-21', 'Tiradentes', '2026-04-22'],
    ['2026-05-01', 'Dia do Trabalho, uma sexta-feira', '2026-05-04'],
    ['2026-06-04', 'Corpus Christi', '2026-06-05'],
    ['2026-09-07', 'Independência', '2026-09-08'],
    ['2026-10-12', 'Nossa Senhora Aparecida', '2026-10-13'],
    ['2026-11-02', 'Finados', '2026-11-03'],
    ['2026-11-15', 'Proclamação da República, um domingo', '2026-11-16'],
    ['2026-11-20', 'Consciência Negra, uma sexta-feira', '2026-11-23'],
    ['2023-11-20', 'Consciência Negra antes de ser feriado nacional', '2023-11-20'],
    ['2026-12-25', 'Natal, uma sexta-feira', '2026-12-28'],
    // Saturday 31, then New Year's Day on Sunday: the year turns.
    ['2022-12-31', 'virada do ano', '2023-01-02'],
  ])('deve ir de %s (%s) para %s', (dia, _nome, util) => {
    expect(primeiroDiaUtil(dia)).toBe(util);
  });

  it.each([
    ['2026-06-10', 30, '2026-07-10'],
    ['2026-06-11', 30, '2026-07-13'],
    ['2026-06-10', 0, '2026-06-10'],
    ['2026-06-13', 0, '2026-06-15'],
    ['2028-01-30', 30, '2028-03-01'],
    // The term ends on Carnaval's Tuesday, Good Friday, 20 November (a Friday), Christmas and a New Year on a Friday.
    ['2026-01-18', 30, '2026-02-18'],
    ['2026-03-04', 30, '2026-04-06'],
    ['2026-10-21', 30, '2026-11-23'],
    ['2026-11-25', 30, '2026-12-28'],
    ['2026-12-02', 30, '2027-01-04'],
  ])(
    'deve somar o prazo em dias corridos e esperar o dia útil: %s + %d = %s',
    (emissao, prazo, vencimento) => {
      expect(calcularVencimento(emissao, prazo)).toBe(vencimento);
    },
  );

  it('deve terminar também fora dos anos de feriados conhecidos', () => {
    expect(primeiroDiaUtil('2100-01-02')).toBe('2100-01-04');
    expect(primeiroDiaUtil('1899-12-31')).toBe('1900-01-02');
  });

  it('deve vencer depois do prazo, em no máximo cinco dias', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 365 }), (desvio, prazo) => {
        const emissao = somarDias('1950-01-01', desvio);
        const espera = diferencaEmDias(somarDias(emissao, prazo), calcularVencimento(emissao, prazo));
        expect(espera).toBeGreaterThanOrEqual(0);
        expect(espera).toBeLessThanOrEqual(5);
      }),
    );
  });
});
