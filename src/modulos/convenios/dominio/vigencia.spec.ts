import { describe, expect, it } from '@jest/globals';
import { emVigor, exigirEmVigor } from './vigencia.js';

const DIA = '2026-06-15';

describe('vigência', () => {
  it.each([
    [null, null, true],
    [DIA, DIA, true],
    ['2026-06-16', null, false],
    [null, '2026-06-14', false],
    ['2026-06-15', null, true],
    [null, '2026-06-15', true],
    ['2026-01-01', '2026-12-31', true],
    ['2025-01-01', '2025-12-31', false],
  ])('deve dizer de %s a %s, em 15/06/2026: %s', (vigenciaInicio, vigenciaFim, esperado) => {
    expect(emVigor({ vigenciaInicio, vigenciaFim }, DIA)).toBe(esperado);
  });

  it('deve recusar com o convênio e o dia na frase', () => {
    expect(() => exigirEmVigor(3, { vigenciaInicio: null, vigenciaFim: '2026-06-14' }, DIA)).toThrow(
      expect.objectContaining({
        codigo: 'CONVENIO.FORA_DA_VIGENCIA',
        campo: 'convenioId',
        tipo: 'invalido',
        message: 'O convênio 3 não está em vigor em 15/06/2026. Confira a vigência ou escolha outro.',
      }),
    );
  });
});
