import { describe, expect, it } from '@jest/globals';
import { lerOpcoes, SECOES } from '../../../bench/opcoes.js';
import { ErroDeUso } from '../../../ferramentas/aih/erro-de-uso.js';

describe('opções do bench', () => {
  it('deve medir tudo quando nada se diz', () => {
    expect(lerOpcoes([])).toMatchObject({
      ...{ secoes: SECOES, tamanhos: [10_000, 1_000_000], conexoes: 32, semente: 1 },
      ...{ curto: false, semFsync: false, perfil: null, ajuda: false },
    });
  });

  it('deve pôr as partes e os tamanhos em ordem', () => {
    expect(lerOpcoes(['--so', 'tamanho, leituras']).secoes).toEqual(['leituras', 'tamanho']);
    expect(lerOpcoes(['--tamanhos', '50000,2000', '--grande']).tamanhos).toEqual([2_000, 50_000, 10_000_000]);
  });

  it('deve recusar o que não conhece, com o que conhece', () => {
    for (const argumentos of [
      ['--so', 'leitos'],
      ['--perfil', 'tudo'],
      ['--segundos', '0'],
      ['--nada'],
      ['x'],
    ])
      expect(() => lerOpcoes(argumentos)).toThrow(ErroDeUso);
    expect(() => lerOpcoes(['--perfil', 'tudo'])).toThrow(/internacoes/);
  });
});
