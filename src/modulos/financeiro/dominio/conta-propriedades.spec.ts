import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Calendario } from '../../../plataforma/tempo/calendario.js';
import { CLASSES_DA_DIARIA } from '../../hospital/contrato/politicas-do-hospital.js';
import { TIPOS_DE_LEITO } from '../../leitos/contrato/tipos.js';
import { type BaseDaConta, montarConta } from './conta-da-internacao.js';
import { numeroDeDiarias } from './diarias.js';

const DIA_MS = 86_400_000;
const tipos = fc.constantFrom(...TIPOS_DE_LEITO);

/** The account at the exit of a stay of up to 20 days, with its moves. */
const contas: fc.Arbitrary<BaseDaConta> = fc
  .record({
    entrada: fc.date({ min: new Date('2017-06-01'), max: new Date('2019-06-01'), noInvalidDate: true }),
    duracaoMs: fc.integer({ min: 0, max: 20 * DIA_MS }),
    mudancas: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), tipos), { maxLength: 8 }),
    primeiro: tipos,
    precos: fc.dictionary(tipos, fc.integer({ min: 0, max: 500_000 })),
    politicas: fc.record({
      horaDaVirada: fc.integer({ min: 0, max: 23 }),
      toleranciaMinutos: fc.integer({ min: 0, max: 240 }),
      classeDaDiaria: fc.constantFrom(...CLASSES_DA_DIARIA),
    }),
    calendario: fc
      .constantFrom('America/Sao_Paulo', 'America/Noronha', 'Pacific/Auckland')
      .map((fuso) => new Calendario(fuso)),
  })
  .map(({ entrada, duracaoMs, mudancas, primeiro, ...resto }) => {
    const ordenadas = [...mudancas].sort(([a], [b]) => a - b);
    const inicios = [0, ...ordenadas.map(([fracao]) => Math.floor(fracao * duracaoMs)), duracaoMs].map(
      (ms) => new Date(entrada.getTime() + ms),
    );
    const classes = [primeiro, ...ordenadas.map(([, tipo]) => tipo)];
    const trechos = classes.map((tipo, i) => ({ tipo, inicio: inicios[i]!, fim: inicios[i + 1]! }));
    return { ...resto, trechos, entrada, ate: inicios.at(-1)! };
  });

/** As the open stay was seen at that moment: what began later was not known, and the last bed was not left. */
const vistaEm = (base: BaseDaConta, ate: Date): BaseDaConta => {
  const ateLa = base.trechos.filter((t) => t.inicio <= ate);
  return { ...base, ate, trechos: ateLa.map((t, i) => (i === ateLa.length - 1 ? { ...t, fim: null } : t)) };
};

describe('conta, qualquer que seja a internação', () => {
  it('deve ter nas linhas tantas diárias quanto manda a fórmula, e valer a soma delas', () => {
    fc.assert(
      fc.property(contas, (base) => {
        const { linhas, valor, semPreco } = montarConta(base);
        const diarias = linhas.reduce((soma, l) => soma + l.quantidade, 0);
        expect(diarias).toBe(numeroDeDiarias(base.entrada, base.ate, base.politicas, base.calendario));
        expect(valor).toBe(linhas.reduce((soma, l) => soma + l.quantidade * l.precoUnitario, 0));
        expect(semPreco).toBe(linhas.some((l) => l.semPreco));
      }),
    );
  });

  it('deve não depender dos leitos quando todos custam o mesmo', () => {
    fc.assert(
      fc.property(contas, fc.integer({ min: 1, max: 500_000 }), (base, preco) => {
        const precos = Object.fromEntries(TIPOS_DE_LEITO.map((tipo) => [tipo, preco]));
        const semMudar = [{ ...base.trechos[0]!, fim: base.ate }];
        expect(montarConta({ ...base, precos }).valor).toBe(
          montarConta({ ...base, precos, trechos: semMudar }).valor,
        );
      }),
    );
  });

  it('deve a prévia na saída, ainda em aberto, ser a conta final', () => {
    fc.assert(
      fc.property(contas, (base) => {
        expect(montarConta(vistaEm(base, base.ate))).toEqual(montarConta(base));
      }),
    );
  });

  it('deve a prévia de um instante passado ser a que se via nele', () => {
    fc.assert(
      fc.property(contas, fc.double({ min: 0, max: 1, noNaN: true }), (base, fracao) => {
        const duracao = base.ate.getTime() - base.entrada.getTime();
        const em = new Date(base.entrada.getTime() + Math.floor(fracao * duracao));
        expect(montarConta({ ...base, ate: em })).toEqual(montarConta(vistaEm(base, em)));
      }),
    );
  });
});
