import { describe, expect, it } from '@jest/globals';
import type { Cacado } from '../../../fuzz/defeitos/cacar.js';
import { foiApanhada } from '../../../fuzz/defeitos/defeito.js';
import { DEFEITOS } from '../../../fuzz/defeitos/defeitos.js';
import { lerOpcoes } from '../../../fuzz/opcoes.js';
import type { Falha } from '../../../fuzz/oraculos/juiz.js';
import { achouBastante } from '../../../fuzz/resultado.js';
import { eCompleta } from '../../../fuzz/rodar-fuzz.js';

const falhaDe = (oraculo: string): Falha => ({
  oraculo,
  motivo: 'x',
  passo: {
    numero: 0,
    operacao: 'GET /x',
    especie: 'valido',
    tecnica: 'válido',
    quem: 'ADMIN',
    metodo: 'GET',
    caminho: ['/x'],
  },
});
const cacados = (encontrados: number, total: number): Cacado[] =>
  Array.from({ length: total }, (_, i) => ({
    defeito: DEFEITOS[0]!,
    falha: i < encontrados ? falhaDe('resposta-esperada') : null,
    alheias: [],
    pedidos: 1,
  }));

describe('resultado do fuzz', () => {
  it.each([
    [13, 15, true],
    [12, 15, false],
    [25, 28, true],
    [24, 28, false],
    [4, 4, true],
    [3, 4, false],
  ])('deve dizer se %i de %i defeitos bastam', (encontrados, total, bastam) => {
    expect(achouBastante(cacados(encontrados, total))).toBe(bastam);
  });

  it.each([
    [[], true],
    [['--pedidos', '30000'], true],
    [['--pedidos', '19999'], false],
    [['--motores', 'sqlite'], false],
    [['--so', 'leitos'], false],
    [['--curto'], false],
  ])('deve saber se a rodada %j foi completa', (linha, completa) => {
    const opcoes = lerOpcoes(linha);
    expect(eCompleta(opcoes, opcoes.motores)).toBe(completa);
  });

  it('deve ser incompleta onde faltou um dos bancos pedidos', () => {
    expect(eCompleta(lerOpcoes([]), ['sqlite'])).toBe(false);
  });

  it.each([
    ['campos-a-mais', 'resposta-esperada', true],
    ['campos-a-mais', 'sem-demora', false],
    ['falha-com-um-sinal', 'sem-demora', false],
    ['rota-escondida', 'rota-escondida', true],
    ['perfil-a-mais', 'rota-escondida', false],
  ])('deve saber se %s foi apanhado por %s', (codigo, oraculo, apanhado) => {
    const defeito = DEFEITOS.find((d) => d.codigo === codigo)!;
    expect(foiApanhada(defeito, falhaDe(oraculo))).toBe(apanhado);
  });
});
