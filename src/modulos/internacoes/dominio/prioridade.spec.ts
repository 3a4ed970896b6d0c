import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Carater, CARATERES } from './carater.js';
import { posicaoNaFila, type Prioridade, PRIORIDADES, urgenciaDoPedido } from './prioridade.js';

describe('prioridade do pedido', () => {
  it.each<[Carater | undefined, Prioridade | undefined, Carater, Prioridade]>([
    [undefined, undefined, 'URGENCIA', 'URGENTE'],
    ['URGENCIA', undefined, 'URGENCIA', 'URGENTE'],
    ['ELETIVO', undefined, 'ELETIVO', 'ELETIVA'],
    [undefined, 'EMERGENCIA', 'URGENCIA', 'EMERGENCIA'],
    [undefined, 'URGENTE', 'URGENCIA', 'URGENTE'],
    [undefined, 'PRIORITARIA', 'ELETIVO', 'PRIORITARIA'],
    [undefined, 'ELETIVA', 'ELETIVO', 'ELETIVA'],
    ['ELETIVO', 'EMERGENCIA', 'ELETIVO', 'EMERGENCIA'],
  ])('deve completar caráter %s e prioridade %s com %s e %s', (carater, prioridade, ...esperado) => {
    const dito = { ...(carater && { carater }), ...(prioridade && { prioridade }) };
    const completa = urgenciaDoPedido(dito);
    expect([completa.carater, completa.prioridade]).toEqual(esperado);
  });

  it('deve respeitar tudo o que foi dito', () => {
    for (const carater of CARATERES)
      for (const prioridade of PRIORIDADES)
        expect(urgenciaDoPedido({ carater, prioridade })).toEqual({ carater, prioridade });
  });

  it('deve pôr a fila em ordem de prioridade e, na mesma, de chegada', () => {
    const pedido = fc.record({
      prioridade: fc.constantFrom(...PRIORIDADES),
      desde: fc.integer({ min: -2_208_988_800_000, max: 7_258_118_400_000 }),
    });
    fc.assert(
      fc.property(pedido, pedido, (a, b) => {
        const [pa, pb] = [a, b].map((p) => PRIORIDADES.indexOf(p.prioridade));
        const antes = pa! < pb! || (pa === pb && a.desde < b.desde);
        const posicao = (p: typeof a) => posicaoNaFila(p.prioridade, new Date(p.desde));
        expect(posicao(a) < posicao(b)).toBe(antes);
        expect(posicao(a)).toHaveLength(26);
      }),
    );
  });
});
