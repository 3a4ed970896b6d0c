import { describe, expect, it } from '@jest/globals';
import type { Passo } from '../../../fuzz/passos/passo.js';
import { necessarios, reduzir } from '../../../fuzz/reducao/reduzir.js';

const passo = (numero: number, ...refere: number[]): Passo => ({
  numero,
  operacao: 'POST /v1/coisas',
  especie: 'valido',
  tecnica: 'válido',
  quem: 'ADMIN',
  metodo: 'POST',
  caminho: ['/v1/coisas', ...refere.map(($de) => ({ $de, $onde: '/data/id' }))],
});
const numeros = (passos: readonly Passo[] | null) => passos?.map(({ numero }) => numero);

describe('redução de uma sequência', () => {
  const passos = [passo(0), passo(1), passo(2, 0), passo(3), passo(4, 2), passo(5, 1), passo(6), passo(7, 4)];

  it('deve saber o que um passo precisa para ser escrito', () => {
    expect(numeros(necessarios(passos, passos[7]!))).toEqual([0, 2, 4, 7]);
  });

  it('deve ficar só com o que faz falhar', async () => {
    const tentadas: string[] = [];
    const curtos = await reduzir(passos, async (candidatos) => {
      tentadas.push(String(numeros(candidatos)));
      return numeros(candidatos)!.includes(3);
    });
    expect(numeros(curtos)).toEqual([0, 2, 3, 4, 7]);
    expect(tentadas[0]).toBe('0,2,4,7');
  });

  it('deve desistir quando nem a sequência inteira falha de novo', async () => {
    expect(await reduzir(passos, async () => false)).toBeNull();
  });

  it('deve parar quando acabam as tentativas', async () => {
    let tentativas = 0;
    await reduzir(passos, async (p) => ((tentativas += 1), numeros(p)!.includes(3)), {
      tentativas: 4,
    });
    expect(tentativas).toBe(4);
  });
});
