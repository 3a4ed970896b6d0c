import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aplicarMascara, removerMascara, todosIguais } from './mascara.js';

describe('mascara', () => {
  it('deve remover só ponto, hífen, barra, parênteses e espaço, e passar a maiúsculas', () => {
    expect(removerMascara(' (12).ab-c/3 ')).toBe('12ABC3');
    expect(removerMascara('12*3_4,5')).toBe('12*3_4,5');
  });

  it('deve dar o mesmo resultado quando aplicada duas vezes', () => {
    fc.assert(
      fc.property(fc.string(), (texto) => {
        expect(removerMascara(removerMascara(texto))).toBe(removerMascara(texto));
      }),
    );
  });

  it('deve devolver sem mudança o texto que não cabe na máscara', () => {
    expect(aplicarMascara('12345', '##-##')).toBe('12345');
    expect(aplicarMascara('1234', '##-##')).toBe('12-34');
  });

  it('deve reconhecer o texto de um caractere só repetido', () => {
    expect(todosIguais('1111')).toBe(true);
    expect(todosIguais('1112')).toBe(false);
    expect(todosIguais('')).toBe(false);
  });
});
