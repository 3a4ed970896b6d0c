import { describe, expect, it } from '@jest/globals';
import { maisTarde, RelogioMovel } from './relogio.js';

describe('Relógio', () => {
  it('deve dar o mais tarde dos instantes, ignorando os que faltam', () => {
    const [antes, depois] = [new Date('2026-06-01T10:00:00Z'), new Date('2026-06-01T10:00:00.001Z')];
    expect(maisTarde(antes)).toBe(antes);
    expect(maisTarde(antes, null, depois)).toBe(depois);
    expect(maisTarde(depois, antes, null)).toBe(depois);
  });

  it('deve seguir andando de onde foi posto', () => {
    const relogio = new RelogioMovel();
    relogio.ajustar(new Date('2026-06-01T10:00:00Z'));
    relogio.avancar(3_600_000);
    expect(relogio.agora().getTime() - Date.parse('2026-06-01T11:00:00Z')).toBeLessThan(1_000);
  });
});
