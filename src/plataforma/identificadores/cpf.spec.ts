import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cpfValido, mascararCpf, normalizarCpf } from './cpf.js';

const digito = fc.integer({ min: 0, max: 9 });

/** The check digits by their definition, so that the library is not its own witness. */
function completar(base: number[]): string {
  const digitos = [...base];
  for (const inicio of [10, 11]) {
    const resto = digitos.reduce((soma, d, i) => soma + d * (inicio - i), 0) % 11;
    digitos.push(resto < 2 ? 0 : 11 - resto);
  }
  return digitos.join('');
}

const cpfGerado = fc
  .array(digito, { minLength: 9, maxLength: 9 })
  .filter((base) => new Set(base).size > 1)
  .map(completar);

describe('CPF', () => {
  it.each(['529.982.247-25', '111.444.777-35', '012.345.678-90', '123.456.789-09', ' 52998224725 '])(
    'deve aceitar %s',
    (texto) => {
      expect(cpfValido(normalizarCpf(texto))).toBe(true);
    },
  );

  it.each([
    '529.982.247-24',
    '111.111.111-11',
    '000.000.000-00',
    '5299822472',
    '529x98224725',
    '529_982_247_25',
    '',
  ])('deve recusar %s', (texto) => {
    expect(cpfValido(normalizarCpf(texto))).toBe(false);
  });

  it('deve validar só a forma guardada, sem máscara', () => {
    expect(cpfValido('529.982.247-25')).toBe(false);
  });

  it('deve aceitar todo CPF com os dígitos verificadores calculados', () => {
    fc.assert(fc.property(cpfGerado, (cpf) => expect(cpfValido(cpf)).toBe(true)));
  });

  it('deve recusar o CPF em que um único dígito mudou', () => {
    // Remainders 0 and 1 share the check digit 0, so only a CPF without it catches every change.
    const semZero = cpfGerado.filter((cpf) => cpf.charAt(9) !== '0');
    fc.assert(
      fc.property(semZero, fc.nat(10), fc.integer({ min: 1, max: 9 }), (cpf, posicao, soma) => {
        const outro = (Number(cpf.charAt(posicao)) + soma) % 10;
        expect(cpfValido(cpf.slice(0, posicao) + String(outro) + cpf.slice(posicao + 1))).toBe(false);
      }),
    );
  });

  it('deve voltar da máscara à forma guardada', () => {
    expect(mascararCpf('52998224725')).toBe('529.982.247-25');
    fc.assert(fc.property(cpfGerado, (cpf) => expect(normalizarCpf(mascararCpf(cpf))).toBe(cpf)));
  });
});
