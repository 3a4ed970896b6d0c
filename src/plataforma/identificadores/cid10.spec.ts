import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cid10Valido, mascararCid10, normalizarCid10 } from './cid10.js';

const cid = fc.stringMatching(/^[A-Z]\d{2}\d?$/);

describe('CID-10', () => {
  it.each([
    ['A00.0', 'A000'],
    ['n18.9', 'N189'],
    [' i10 ', 'I10'],
    ['O80', 'O80'],
  ])('deve guardar %s como %s', (texto, guardado) => {
    expect(normalizarCid10(texto)).toBe(guardado);
    expect(cid10Valido(guardado)).toBe(true);
  });

  it.each(['', 'A', 'A0', '00A', 'A0000', 'AA00', 'A0X', 'A00,0', 'É10'])('deve recusar %s', (texto) => {
    expect(cid10Valido(normalizarCid10(texto))).toBe(false);
  });

  it('deve mostrar o ponto só na subcategoria', () => {
    expect(mascararCid10('A000')).toBe('A00.0');
    expect(mascararCid10('I10')).toBe('I10');
  });

  it('deve voltar da máscara à forma guardada', () => {
    fc.assert(fc.property(cid, (codigo) => expect(normalizarCid10(mascararCid10(codigo))).toBe(codigo)));
  });
});
