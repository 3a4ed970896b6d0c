import { describe, expect, it } from '@jest/globals';
import { setImmediate as ceder } from 'node:timers/promises';
import { emParalelo } from '../../ferramentas/aih/em-paralelo.js';

describe('emParalelo', () => {
  it('deve fazer tudo, uma vez cada, sem passar do limite', async () => {
    const feitos: number[] = [];
    let agora = 0;
    let maximo = 0;
    await emParalelo([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      maximo = Math.max(maximo, ++agora);
      await ceder();
      agora -= 1;
      feitos.push(item);
    });
    expect(feitos.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(maximo).toBe(3);
  });

  it('deve parar na primeira falha, avisar os que estão no meio e devolver essa falha', async () => {
    const comecados: number[] = [];
    const avisados: boolean[] = [];
    const tudo = emParalelo([1, 2, 3, 4], 2, async (item, parar) => {
      comecados.push(item);
      if (item === 1) throw new Error('falhou o 1');
      await ceder();
      avisados.push(parar.aborted);
    });
    await expect(tudo).rejects.toThrow('falhou o 1');
    expect(comecados).toEqual([1, 2]);
    expect(avisados).toEqual([true]);
  });
});
