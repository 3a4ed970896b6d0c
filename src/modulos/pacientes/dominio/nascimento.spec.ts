import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { somarDias } from '../../../plataforma/tempo/calendario.js';
import { exigirNascidoAte, exigirNascimentoPossivel, idade, IDADE_MAXIMA } from './nascimento.js';

const HOJE = '2026-06-15';

describe('nascimento', () => {
  it.each([
    ['2026-06-15', HOJE, 0],
    ['2025-06-16', HOJE, 0],
    ['2025-06-15', HOJE, 1],
    ['2000-02-29', '2026-02-28', 25],
    ['2000-02-29', '2026-03-01', 26],
    ['2000-02-29', '2024-02-29', 24],
    ['1896-06-15', HOJE, 130],
  ])('deve dar a quem nasceu em %s, no dia %s, %i anos', (nascimento, hoje, anos) => {
    expect(idade(nascimento, hoje)).toBe(anos);
  });

  it.each(['2026-06-15', '2026-06-14', '1895-06-16', '1900-01-01'])('deve aceitar %s', (nascimento) => {
    expect(() => exigirNascimentoPossivel(nascimento, HOJE)).not.toThrow();
  });

  it.each([
    ['2026-06-16', 'PACIENTE.NASCIMENTO_NO_FUTURO'],
    ['2100-01-01', 'PACIENTE.NASCIMENTO_NO_FUTURO'],
    ['1895-06-15', 'PACIENTE.IDADE_IMPOSSIVEL'],
    ['1850-01-01', 'PACIENTE.IDADE_IMPOSSIVEL'],
  ])('deve recusar %s por %s', (nascimento, codigo) => {
    expect(() => exigirNascimentoPossivel(nascimento, HOJE)).toThrow(
      expect.objectContaining({ codigo, campo: 'dataNascimento' }),
    );
  });

  it('deve aceitar exatamente os dias de hoje até o último em que ainda se tem 130 anos', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 500 }), (dias) => {
        const nascimento = somarDias(HOJE, dias);
        const aceito = (() => {
          try {
            exigirNascimentoPossivel(nascimento, HOJE);
            return true;
          } catch {
            return false;
          }
        })();
        expect(aceito).toBe(dias <= 0 && nascimento > `${2026 - IDADE_MAXIMA - 1}-06-15`);
      }),
    );
  });

  it('deve aceitar quem nasceu até o dia da primeira internação, e recusar depois', () => {
    expect(() => exigirNascidoAte('2026-06-15', null)).not.toThrow();
    expect(() => exigirNascidoAte('2026-06-15', '2026-06-15')).not.toThrow();
    expect(() => exigirNascidoAte('2026-06-16', '2026-06-15')).toThrow(
      expect.objectContaining({
        codigo: 'PACIENTE.NASCIMENTO_DEPOIS_DA_INTERNACAO',
        tipo: 'conflito',
        campo: 'dataNascimento',
      }),
    );
  });
});
