import { describe, expect, it } from '@jest/globals';
import { escreverPedido } from '../../../bench/gerador/conexao.js';
import { juntar, mediana, percentil, vazao } from '../../../bench/gerador/amostra.js';
import { barra, escreverTabela } from '../../../bench/apoio/tabela.js';

describe('medida', () => {
  it('deve dar o percentil pelo posto mais próximo', () => {
    const cem = Float64Array.from({ length: 100 }, (_, i) => i + 1);
    expect([50, 95, 99, 100].map((p) => percentil(cem, p))).toEqual([50, 95, 99, 100]);
    expect(percentil(Float64Array.of(7), 99)).toBe(7);
    expect(percentil(new Float64Array(), 50)).toBeNaN();
  });

  it('deve dar a mediana de quantidades ímpares e pares', () => {
    expect(mediana([3, 1, 2])).toBe(2);
    expect(mediana([4, 1, 2, 3])).toBe(2.5);
  });

  it('deve juntar rodadas numa só, em ordem e sem perder falhas', () => {
    const rodada = { segundos: 2, usados: 2, falhas: 1, queixas: ['409'] };
    const junta = juntar([
      { ...rodada, latencias: Float64Array.of(3, 9) },
      { ...rodada, latencias: Float64Array.of(1, 10) },
    ]);
    expect(junta).toEqual({
      ...{ segundos: 4, usados: 4, falhas: 2, queixas: ['409'] },
      latencias: Float64Array.of(1, 3, 9, 10),
    });
    expect(vazao(junta)).toBe(1);
  });

  it('deve escrever o pedido com o tamanho do corpo em bytes', () => {
    const texto = escreverPedido({ metodo: 'POST', caminho: '/x', corpo: '"é"' }, 't').toString();
    expect(texto).toMatch(/^POST \/x HTTP\/1\.1\r\n/);
    expect(texto).toContain('Authorization: Bearer t\r\n');
    expect(texto).toMatch(/Content-Length: 4\r\n\r\n"é"$/);
  });

  it('deve alinhar a tabela e desenhar barras em oitavos', () => {
    expect(
      escreverTabela([
        ['', 'valor'],
        ['um', '1,00'],
        ['dois', '12,00'],
      ]),
    ).toBe('      valor\num     1,00\ndois  12,00');
    expect(barra(1, 2, 4)).toBe('██');
    expect(barra(0.3, 1, 4)).toBe('█▎');
  });
});
