import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { Fuso } from './fuso.js';

/** Around changes of the clocks: at midnight, at one minute past it, and by hours at once; and before them all. */
const MUDANCAS = [
  ['America/Sao_Paulo', '2018-11-04T03:00:00Z'],
  ['America/Sao_Paulo', '2019-02-17T02:00:00Z'],
  ['America/St_Johns', '2009-03-08T03:31:00Z'],
  ['Antarctica/Casey', '2020-10-03T16:01:00Z'],
  ['America/Manaus', '1914-01-01T04:00:04Z'],
  ['America/Noronha', '2024-06-10T12:00:00Z'],
] as const;

describe('fuso', () => {
  it.each(MUDANCAS)('deve dizer, em %s perto de %s, a hora que a parede mostra', (nome, mudanca) => {
    const aoRedor = [-60_000, -59_999, -1, 0, 1, 59_999, 60_000].map((ms) => Date.parse(mudanca) + ms);
    // In both orders: what is remembered of one instant must not be said of another.
    for (const ms of [...aoRedor, ...aoRedor.toReversed()])
      expect(Fuso.de(nome).naParede(new Date(ms)).toISOString().slice(0, 19)).toBe(
        DateTime.fromMillis(ms, { zone: nome }).toFormat("yyyy-MM-dd'T'HH:mm:ss"),
      );
  });

  it('deve dar a mesma resposta da segunda vez, e levar ao instante seguinte a hora que não existe', () => {
    const fuso = Fuso.de('America/Sao_Paulo');
    for (let vez = 0; vez < 2; vez++)
      expect(fuso.instante('2018-11-04', 0).toISOString()).toBe('2018-11-04T03:00:00.000Z');
  });
});
