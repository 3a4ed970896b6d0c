import { describe, expect, it } from '@jest/globals';
import { lerOpcoes } from '../../../caos/opcoes.js';

const CODIGOS = ['um', 'dois'];

describe('Opções do caos', () => {
  it('deve ter um padrão para tudo', () => {
    expect(lerOpcoes([], CODIGOS)).toEqual({
      semente: 20_260_601,
      curto: false,
      so: [],
      motor: null,
      pistas: 3,
      semRuins: false,
      soRuins: false,
    });
  });

  it('deve ler todas', () => {
    const texto = '--semente 7 --curto --so um,dois --motor mysql --pistas 1 --sem-ruins --so-ruins';
    expect(lerOpcoes(texto.split(' '), CODIGOS)).toEqual({
      semente: 7,
      curto: true,
      so: CODIGOS,
      motor: 'mysql',
      pistas: 1,
      semRuins: true,
      soRuins: true,
    });
  });

  it.each([
    ['--tudo', 'Opção que não conheço'],
    ['--so tres', 'Cenário que não conheço: tres'],
    ['--motor oracle', '--motor'],
    ['--semente zero', '--semente'],
    ['--pistas 0', '--pistas'],
  ])('deve recusar %s com uma frase', (texto, frase) => {
    expect(() => lerOpcoes(texto.split(' '), CODIGOS)).toThrow(frase);
  });
});
