import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Calendario, diaValido, diferencaEmDias, somarAnos, somarDias } from './calendario.js';

const SP = 'America/Sao_Paulo';

describe('Calendário do hospital', () => {
  it('deve dar o dia civil do fuso do hospital, não o de Greenwich', () => {
    const calendario = new Calendario(SP);
    expect(calendario.diaCivil(new Date('2026-06-02T02:59:59.999Z'))).toBe('2026-06-01');
    expect(calendario.diaCivil(new Date('2026-06-02T03:00:00.000Z'))).toBe('2026-06-02');
  });

  it('deve começar o dia hospitalar na hora do censo, com a data em que ele começa', () => {
    const calendario = new Calendario(SP, 7);
    expect(calendario.diaHospitalar(new Date('2026-06-02T06:59:00-03:00'))).toBe('2026-06-01');
    expect(calendario.diaHospitalar(new Date('2026-06-02T07:00:00-03:00'))).toBe('2026-06-02');
    expect(calendario.fimDoDia('2026-06-01')).toEqual(new Date('2026-06-02T07:00:00-03:00'));
  });

  it('deve fechar à meia-noite quando o censo é às 24 h', () => {
    expect(new Calendario(SP, 24).fimDoDia('2026-06-01')).toEqual(new Date('2026-06-02T00:00:00-03:00'));
  });

  it('deve atravessar o horário de verão de 2018 sem perder nem repetir dias', () => {
    const calendario = new Calendario(SP);
    // On 2018-11-04 midnight did not exist: the day began at 01:00.
    expect(calendario.fimDoDia('2018-11-03')).toEqual(new Date('2018-11-04T03:00:00Z'));
    expect(calendario.diaCivil(new Date('2018-11-04T02:59:59Z'))).toBe('2018-11-03');
    expect(calendario.diaCivil(new Date('2018-11-04T03:00:00Z'))).toBe('2018-11-04');
    // On 2018-02-18 the hour before midnight came twice.
    expect(calendario.diaCivil(new Date('2018-02-18T01:30:00Z'))).toBe('2018-02-17');
    expect(calendario.diaCivil(new Date('2018-02-18T02:30:00Z'))).toBe('2018-02-17');
    expect(calendario.fimDoDia('2018-02-17')).toEqual(new Date('2018-02-18T03:00:00Z'));
  });

  it('deve conter todo instante no seu dia hospitalar, em qualquer fuso brasileiro e hora do censo', () => {
    const fusos = fc.constantFrom(SP, 'America/Manaus', 'America/Rio_Branco', 'America/Noronha');
    const instantes = fc.date({
      min: new Date('2010-01-01'),
      max: new Date('2037-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fusos, fc.integer({ min: 1, max: 24 }), instantes, (fuso, hora, instante) => {
        const calendario = new Calendario(fuso, hora);
        const dia = calendario.diaHospitalar(instante);
        // Days near a change of the clock may be named by wall time: their bounds still tile the line of time.
        expect(instante.getTime()).toBeLessThan(calendario.fimDoDia(dia).getTime() + 3_600_000);
        expect(instante.getTime()).toBeGreaterThanOrEqual(
          calendario.fimDoDia(somarDias(dia, -1)).getTime() - 3_600_000,
        );
      }),
      { numRuns: 500, seed: 312 },
    );
  });

  it('deve reconhecer só dias que existem', () => {
    expect(['2024-02-29', '2026-12-31'].every(diaValido)).toBe(true);
    expect(
      ['2023-02-29', '2023-02-30', '2023-13-01', '2023-1-1', '20230101', 'ontem', ''].some(diaValido),
    ).toBe(false);
  });

  it('deve somar e subtrair dias sem depender do fuso', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: -2_000, max: 2_000 }), (base, n) => {
        const dia = somarDias('1900-01-01', base);
        expect(diferencaEmDias(dia, somarDias(dia, n))).toBe(n);
      }),
      { seed: 1 },
    );
  });

  it('deve somar anos ao mesmo dia do mês, e ao último de fevereiro onde não há 29', () => {
    expect(somarAnos('2026-06-01', 20)).toBe('2046-06-01');
    expect(somarAnos('2080-02-29', 20)).toBe('2100-02-28');
  });
});
