import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { horariosSinteticos } from '../../ferramentas/aih/horarios.js';
import type { RegistroAih } from '../../ferramentas/aih/registro-aih.js';
import { somarDias } from '../../src/plataforma/tempo/calendario.js';
import { registrosInventados } from './linhas-aih.js';

const registro = fc
  .record({
    numero: fc.integer({ min: 1, max: 5000 }),
    inicio: fc.integer({ min: 0, max: 400 }),
    dias: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ numero, inicio, dias }): RegistroAih => {
    const entrada = somarDias('2017-07-01', inicio);
    const [modelo] = registrosInventados([{}]);
    return {
      ...modelo!,
      numero,
      entrada,
      saida: { dia: somarDias(entrada, dias), motivo: 'ALTA_CURADO' },
    };
  });

describe('horários sintéticos', () => {
  it('deve ser sempre os mesmos para o mesmo registro', () => {
    const [um] = registrosInventados([{}]);
    expect(horariosSinteticos(um!)).toEqual(horariosSinteticos(um!));
    expect(horariosSinteticos(um!)).toEqual({
      admitidaEm: '2017-10-10T07:37:00-03:00',
      saida: {
        em: '2017-10-13T09:01:00-03:00',
        limpezaIniciadaEm: '2017-10-13T09:21:00-03:00',
        limpezaConcluidaEm: '2017-10-13T10:06:00-03:00',
      },
    });
  });

  it('deve usar o deslocamento que São Paulo tinha na data, com e sem horário de verão', () => {
    const [um] = registrosInventados([{ DT_INTER: '20171014', DT_SAIDA: '20171015' }]);
    const { admitidaEm, saida } = horariosSinteticos(um!);
    expect(admitidaEm).toMatch(/^2017-10-14T.*-03:00$/);
    expect(saida?.em).toMatch(/^2017-10-15T.*-02:00$/);
  });

  it('deve pôr a saída depois da entrada e a limpeza depois da saída, sem mudar de dia', () => {
    fc.assert(
      fc.property(registro, (um) => {
        const { admitidaEm, saida } = horariosSinteticos(um);
        const emOrdem = [admitidaEm, saida!.em, saida!.limpezaIniciadaEm, saida!.limpezaConcluidaEm];
        const instantes = emOrdem.map((texto) => Date.parse(texto));
        expect(instantes.every((instante, i) => i === 0 || instante > instantes[i - 1]!)).toBe(true);
        const dias = emOrdem.map((texto) => texto.slice(0, 10));
        expect(dias).toEqual([um.entrada, um.saida!.dia, um.saida!.dia, um.saida!.dia]);
      }),
    );
  });

  it('deve dar só a entrada a quem continua internado', () => {
    const [corte] = registrosInventados([{ COBRANCA: '27' }]);
    expect(Object.keys(horariosSinteticos(corte!))).toEqual(['admitidaEm']);
  });
});
