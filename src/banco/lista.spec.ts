import { describe, expect, it } from '@jest/globals';
import { completar, lista } from './lista.js';

describe('listas de um IN', () => {
  it('deve ter uma potência de dois de valores, repetindo o último, que nada muda', () => {
    const tamanhos = [1, 2, 3, 5, 64, 65].map(
      (quantos) => completar(Array.from({ length: quantos }, (_, n) => n)).length,
    );
    expect(tamanhos).toEqual([1, 2, 4, 8, 64, 128]);
    expect(lista([7, 8, 9])).toEqual({ lugares: '?, ?, ?, ?', valores: [7, 8, 9, 9] });
  });
});
