import { describe, expect, it } from '@jest/globals';
import { AJUDA, lerOpcoes } from '../../../fuzz/opcoes.js';

describe('opções do fuzz', () => {
  it('deve valer sem nenhuma', () => {
    expect(lerOpcoes([])).toMatchObject({
      semente: 1,
      pedidos: 20_000,
      motores: ['sqlite', 'mysql'],
      defeitos: false,
      curto: false,
    });
    expect(lerOpcoes(['--curto']).pedidos).toBeLessThan(20_000);
  });

  it('deve ler todas', () => {
    const opcoes = lerOpcoes([
      '--semente',
      '7',
      '--pedidos',
      '50',
      '--motores',
      'mysql',
      '--so',
      '^GET',
      '--defeitos',
    ]);
    expect(opcoes).toEqual({
      semente: 7,
      pedidos: 50,
      motores: ['mysql'],
      so: /^GET/,
      defeitos: true,
      curto: false,
      ajuda: false,
    });
  });

  it.each([
    [['--nada'], AJUDA],
    [['--semente', 'um'], '--semente precisa ser um número inteiro'],
    [['--pedidos', '0'], '--pedidos precisa ser um número inteiro'],
    [['--pedidos', '1e3'], '--pedidos precisa ser um número inteiro'],
    [['--motores', 'oracle'], '--motores precisa ser'],
    [['--so', '('], '--so precisa ser uma expressão regular'],
  ])('deve recusar %j', (linha, frase) => {
    expect(() => lerOpcoes(linha)).toThrow(frase);
  });
});
