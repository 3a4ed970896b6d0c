import { describe, expect, it } from '@jest/globals';
import { semIndefinidos } from './mudancas.js';

describe('mudanças de um PATCH', () => {
  it('deve manter o nulo, o falso e o zero, e deixar de fora só o que não veio', () => {
    expect(Object.entries(semIndefinidos({ a: null, b: false, c: 0, d: '', e: undefined }))).toEqual([
      ['a', null],
      ['b', false],
      ['c', 0],
      ['d', ''],
    ]);
  });
});
