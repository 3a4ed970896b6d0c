import { describe, expect, it } from '@jest/globals';
import { fundamentoDaGuarda, guardaAte } from './guarda.js';

describe('guarda do prontuário', () => {
  it.each([
    ['2026-06-01', '2046-06-01'],
    ['2024-02-29', '2044-02-29'],
    ['2080-02-29', '2100-02-28'],
  ])('deve ir de %s a %s: 20 anos', (ultimo, ate) => {
    expect(guardaAte(ultimo)).toBe(ate);
  });

  it('deve dizer a lei, até quando, o que se pode pedir e a quem perguntar', () => {
    const texto = fundamentoDaGuarda('2026-06-01', 'dpo@hospital.local');
    for (const parte of [
      'Lei 13.787/2018, art. 6º',
      'LGPD (art. 16, I)',
      'CFM 1.821/2007',
      '01/06/2026',
      '01/06/2046',
      'dpo@hospital.local',
    ])
      expect(texto).toContain(parte);
    expect(texto.length).toBeLessThanOrEqual(2000);
  });
});
