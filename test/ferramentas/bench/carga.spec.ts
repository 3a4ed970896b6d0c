import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tabelasDe } from '../../../bench/carga/carregar.js';
import { type PedidoDeCarga, PlanoDaCarga } from '../../../bench/carga/plano.js';

const PEDIDO: PedidoDeCarga = {
  encerradas: 900,
  abertas: 7,
  livres: 5,
  semente: 3,
  hoje: new Date('2026-06-10T12:00:00.000Z'),
};

describe('carga em massa', () => {
  it('deve escrever em cada tabela tantas linhas quantas anuncia, com um valor por coluna', () => {
    for (const { nome, colunas, quantas, linhas } of tabelasDe(new PlanoDaCarga(PEDIDO))) {
      const escritas = [...linhas()];
      expect([nome, escritas.length]).toEqual([nome, quantas]);
      expect([nome, escritas.filter((linha) => linha.length !== colunas.length)]).toEqual([nome, []]);
    }
  });

  it('deve dar a cada linha um valor que cabe numa linha de texto', () => {
    const proibidos = tabelasDe(new PlanoDaCarga(PEDIDO)).flatMap(({ nome, linhas }) =>
      [...linhas()].flat().filter((valor) => /[\t\n\\]/.test(String(valor)) && nome),
    );
    expect(proibidos).toEqual([]);
  });

  it('deve nunca pôr dois pacientes num leito nem um paciente em dois leitos', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), fc.nat(), (encerradas, semente) => {
        const plano = new PlanoDaCarga({ ...PEDIDO, encerradas, semente });
        const fins = new Map<string, number>();
        const juntos: number[] = [];
        for (let i = 0; i < encerradas; i++) {
          const { leitoId, pacienteId, entrada, livreEm } = plano.encerrada(i);
          for (const chave of [`leito ${leitoId}`, `paciente ${pacienteId}`]) {
            if (entrada <= (fins.get(chave) ?? 0)) juntos.push(i);
            fins.set(chave, livreEm);
          }
        }
        expect(juntos).toEqual([]);
        expect(Math.max(...fins.values())).toBeLessThan(PEDIDO.hoje.getTime());
      }),
      { numRuns: 20 },
    );
  });

  it('deve dar as mesmas linhas para a mesma semente, e outras para outra', () => {
    const estadias = (semente: number) =>
      Array.from({ length: 50 }, (_, i) => new PlanoDaCarga({ ...PEDIDO, semente }).encerrada(i));
    expect(estadias(3)).toEqual(estadias(3));
    expect(estadias(3)).not.toEqual(estadias(4));
  });
});
