import { describe, expect, it } from '@jest/globals';
import { estadia, type Estadia, local, REGRAS_PADRAO, SAO_PAULO } from '../../../../test/apoio/estadia.js';
import { type BaseDaConta, montarConta } from './conta-da-internacao.js';
import type { Precos } from './diarias.js';

const PRECOS: Precos = { ENFERMARIA: 40_050, UTI_ADULTO: 180_000 };

const conta = (
  { trechos, entrada, saida }: Estadia,
  precos = PRECOS,
  politicas: Partial<BaseDaConta['politicas']> = {},
) =>
  montarConta({
    trechos,
    entrada,
    ate: saida,
    precos,
    politicas: { ...REGRAS_PADRAO, ...politicas },
    calendario: SAO_PAULO,
  });

const vetor = estadia(
  [
    ['ENFERMARIA', '07/06 10:00'],
    ['UTI_ADULTO', '09/06 15:00'],
  ],
  '10/06 09:00',
);

describe('conta da internação', () => {
  it('deve ter uma linha por sequência de dias da mesma classe, datada do primeiro dia', () => {
    expect(conta(vetor)).toEqual({
      linhas: [
        {
          tipo: 'DIARIA',
          codigo: null,
          descricao: 'Diária de enfermaria',
          data: '2026-06-07',
          quantidade: 2,
          precoUnitario: 40_050,
          fator: 10_000,
          valor: 80_100,
          semPreco: false,
        },
        {
          tipo: 'DIARIA',
          codigo: null,
          descricao: 'Diária de UTI adulto',
          data: '2026-06-09',
          quantidade: 1,
          precoUnitario: 180_000,
          fator: 10_000,
          valor: 180_000,
          semPreco: false,
        },
      ],
      valor: 260_100,
      semPreco: false,
    });
  });

  it('deve seguir a classe escolhida pelo hospital', () => {
    const { linhas, valor } = conta(vetor, PRECOS, { classeDaDiaria: 'VIRADA' });
    expect(linhas.map((l) => [l.descricao, l.quantidade])).toEqual([['Diária de enfermaria', 3]]);
    expect(valor).toBe(120_150);
  });

  it('deve usar os preços de quem paga para escolher o leito mais caro do dia', () => {
    const invertidos: Precos = { ENFERMARIA: 90_000, UTI_ADULTO: 50_000 };
    const linhas = (precos: Precos) =>
      conta(vetor, precos, { classeDaDiaria: 'MAIOR' }).linhas.map((l) => `${l.quantidade} ${l.descricao}`);
    expect(linhas(PRECOS)).toEqual(['2 Diária de enfermaria', '1 Diária de UTI adulto']);
    expect(linhas(invertidos)).toEqual(['3 Diária de enfermaria']);
  });

  it('deve abrir outra linha quando o paciente volta à classe anterior', () => {
    const volta = estadia(
      [
        ['ENFERMARIA', '01/06 10:00'],
        ['UTI_ADULTO', '03/06 10:00'],
        ['ENFERMARIA', '04/06 10:00'],
      ],
      '06/06 09:00',
    );
    expect(conta(volta).linhas.map((l) => [l.data, l.quantidade, l.descricao])).toEqual([
      ['2026-06-01', 2, 'Diária de enfermaria'],
      ['2026-06-03', 1, 'Diária de UTI adulto'],
      ['2026-06-04', 2, 'Diária de enfermaria'],
    ]);
  });

  it('deve juntar leitos diferentes do mesmo tipo em uma linha só', () => {
    const mesmoTipo = estadia(
      [
        ['ENFERMARIA', '01/06 10:00'],
        ['ENFERMARIA', '02/06 10:00'],
      ],
      '04/06 09:00',
    );
    expect(conta(mesmoTipo).linhas.map((l) => l.quantidade)).toEqual([3]);
  });

  it('deve deixar em zero, e marcada, a linha sem preço, e somar as outras', () => {
    const { linhas, valor, semPreco } = conta(vetor, { ENFERMARIA: 40_050 });
    expect(linhas.map((l) => [l.precoUnitario, l.valor, l.semPreco])).toEqual([
      [40_050, 80_100, false],
      [0, 0, true],
    ]);
    expect([valor, semPreco]).toEqual([80_100, true]);
  });

  it('deve aceitar o preço zero como preço', () => {
    expect(conta(vetor, { ENFERMARIA: 0, UTI_ADULTO: 0 })).toMatchObject({ valor: 0, semPreco: false });
  });

  it('deve prever a conta aberta como se terminasse no instante dado', () => {
    const aberta = { ...vetor, trechos: [vetor.trechos[0]!, { ...vetor.trechos[1]!, fim: null }] };
    expect(conta({ ...aberta, saida: local('10/06 09:00') })).toEqual(conta(vetor));
    expect(conta({ ...aberta, saida: local('10/06 12:00') }).linhas.map((l) => l.quantidade)).toEqual([2, 2]);
  });
});
