import { describe, expect, it } from '@jest/globals';
import { type ConvenioDoPaciente, convenioQuePaga } from './pagador.js';

const ENTRADA = '2026-06-10';
const SEM_LIMITES: ConvenioDoPaciente = {
  ...{ convenioId: 5, validadeDaCarteira: null, vigenciaInicio: null, vigenciaFim: null },
};

describe('pagador da internação', () => {
  it('deve ser o convênio da internação, antes de qualquer outro', () => {
    expect(convenioQuePaga(8, SEM_LIMITES, ENTRADA)).toBe(8);
    expect(convenioQuePaga(8, null, ENTRADA)).toBe(8);
  });

  it('deve ser o convênio da internação, que foi verificado na admissão, ainda que seja o do paciente e já não valha', () => {
    const vencido = { ...SEM_LIMITES, vigenciaFim: '2020-01-01', validadeDaCarteira: '2020-01-01' };
    expect(convenioQuePaga(5, vencido, ENTRADA)).toBe(5);
  });

  it('deve ser, sem ele, o convênio do paciente', () => {
    expect(convenioQuePaga(null, SEM_LIMITES, ENTRADA)).toBe(5);
  });

  it('deve ser, sem convênio nenhum, o próprio paciente', () => {
    expect(convenioQuePaga(null, null, ENTRADA)).toBeNull();
  });

  it.each([
    ['a carteira vale até o dia da entrada', { validadeDaCarteira: '2026-06-10' }, 5],
    ['a carteira venceu na véspera', { validadeDaCarteira: '2026-06-09' }, null],
    ['o contrato começa no dia da entrada', { vigenciaInicio: '2026-06-10' }, 5],
    ['o contrato começa no dia seguinte', { vigenciaInicio: '2026-06-11' }, null],
    ['o contrato acaba no dia da entrada', { vigenciaFim: '2026-06-10' }, 5],
    ['o contrato acabou na véspera', { vigenciaFim: '2026-06-09' }, null],
    ['só a carteira vale', { validadeDaCarteira: '2027-01-01', vigenciaFim: '2026-01-01' }, null],
    ['só o contrato vale', { validadeDaCarteira: '2026-01-01', vigenciaFim: '2027-01-01' }, null],
    [
      'tudo vale',
      { validadeDaCarteira: '2027-01-01', vigenciaInicio: '2026-01-01', vigenciaFim: '2027-01-01' },
      5,
    ],
  ])('deve julgar o convênio do paciente no dia da entrada: %s', (_caso, limites, esperado) => {
    expect(convenioQuePaga(null, { ...SEM_LIMITES, ...limites }, ENTRADA)).toBe(esperado);
  });
});
