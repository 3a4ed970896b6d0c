import { describe, expect, it } from '@jest/globals';
import { porExtenso } from './por-extenso.js';

describe('instante por extenso', () => {
  it.each([
    ['2026-06-01T17:05:00.000Z', 'America/Sao_Paulo', '01/06/2026 às 14h05'],
    ['2026-06-01T02:59:59.999Z', 'America/Sao_Paulo', '31/05/2026 às 23h59'],
    ['2026-06-01T03:00:00.000Z', 'America/Manaus', '31/05/2026 às 23h00'],
    ['2026-12-31T23:07:00.000Z', 'UTC', '31/12/2026 às 23h07'],
  ])('deve escrever %s em %s como %s', (instante, fuso, esperado) => {
    expect(porExtenso(new Date(instante), fuso)).toBe(esperado);
  });
});
