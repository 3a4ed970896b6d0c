import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cnpjValido, mascararCnpj, normalizarCnpj } from './cnpj.js';

const caractere = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** Check digits by NT COCAD/SUARA/RFB 49/2024: the value of a character is its ASCII code less 48. */
function completar(base: string): string {
  let cnpj = base;
  for (const pesos of [
    [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
    [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
  ]) {
    const resto = pesos.reduce((soma, peso, i) => soma + peso * (cnpj.charCodeAt(i) - 48), 0) % 11;
    cnpj += String(resto < 2 ? 0 : 11 - resto);
  }
  return cnpj;
}

const cnpjGerado = fc
  .array(caractere, { minLength: 12, maxLength: 12 })
  .filter((base) => new Set(base).size > 1)
  .map((base) => completar(base.join('')));

describe('CNPJ', () => {
  it.each([
    '11.222.333/0001-81',
    '33.000.167/0001-01',
    '00.000.000/0001-91',
    '12.ABC.345/01DE-35',
    '12.abc.345/01de-35',
    'Q0.SLF.MBD/7VX4-39',
  ])('deve aceitar %s', (texto) => {
    expect(cnpjValido(normalizarCnpj(texto))).toBe(true);
  });

  it.each([
    '12.ABC.345/01DE-34',
    '12ABC34501DEA5',
    '00.000.000/0000-00',
    '11.111.111/1111-11',
    '1122233300018',
    '11222333000181X',
    '11_222_333_0001_81',
    '',
  ])('deve recusar %s', (texto) => {
    expect(cnpjValido(normalizarCnpj(texto))).toBe(false);
  });

  it('deve validar só a forma guardada, em maiúsculas e sem máscara', () => {
    expect(cnpjValido('12abc34501de35')).toBe(false);
    expect(cnpjValido('11.222.333/0001-81')).toBe(false);
  });

  it('deve aceitar todo CNPJ, com ou sem letras, com os dígitos calculados', () => {
    fc.assert(fc.property(cnpjGerado, (cnpj) => expect(cnpjValido(cnpj)).toBe(true)));
  });

  it('deve recusar o CNPJ com outro dígito verificador', () => {
    fc.assert(
      fc.property(
        cnpjGerado,
        fc.constantFrom(12, 13),
        fc.integer({ min: 1, max: 9 }),
        (cnpj, posicao, soma) => {
          const outro = (Number(cnpj.charAt(posicao)) + soma) % 10;
          expect(cnpjValido(cnpj.slice(0, posicao) + String(outro) + cnpj.slice(posicao + 1))).toBe(false);
        },
      ),
    );
  });

  it('deve voltar da máscara à forma guardada', () => {
    expect(mascararCnpj('12ABC34501DE35')).toBe('12.ABC.345/01DE-35');
    fc.assert(fc.property(cnpjGerado, (cnpj) => expect(normalizarCnpj(mascararCnpj(cnpj))).toBe(cnpj)));
  });
});
