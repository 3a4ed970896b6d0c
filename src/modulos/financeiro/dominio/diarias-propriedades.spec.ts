import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Calendario, somarDias } from '../../../plataforma/tempo/calendario.js';
import { CLASSES_DA_DIARIA } from '../../hospital/contrato/politicas-do-hospital.js';
import { TIPOS_DE_LEITO } from '../../leitos/contrato/tipos.js';
import { calcularDiarias, numeroDeDiarias, type RegrasDaDiaria } from './diarias.js';

/** Zones with and without daylight saving, far from UTC on both sides. */
const calendarios = fc
  .constantFrom('America/Sao_Paulo', 'America/Noronha', 'America/New_York', 'Pacific/Auckland')
  .map((fuso) => new Calendario(fuso));
const tipos = fc.constantFrom(...TIPOS_DE_LEITO);

const regras: fc.Arbitrary<RegrasDaDiaria> = fc.record({
  horaDaVirada: fc.integer({ min: 0, max: 23 }),
  toleranciaMinutos: fc.integer({ min: 0, max: 240 }),
  classeDaDiaria: fc.constantFrom(...CLASSES_DA_DIARIA),
  precos: fc.dictionary(tipos, fc.integer({ min: 0, max: 500_000 })),
});

/** A stay of up to 20 days with its moves, in order; the clocks change within the range. */
const estadias = fc
  .record({
    entrada: fc.date({ min: new Date('2017-06-01'), max: new Date('2019-06-01'), noInvalidDate: true }),
    duracaoMs: fc.integer({ min: 0, max: 20 * 86_400_000 }),
    mudancas: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), tipos), { maxLength: 8 }),
    primeiro: tipos,
  })
  .map(({ entrada, duracaoMs, mudancas, primeiro }) => {
    const ordenadas = [...mudancas].sort(([a], [b]) => a - b);
    const inicios = [0, ...ordenadas.map(([fracao]) => Math.floor(fracao * duracaoMs)), duracaoMs].map(
      (ms) => new Date(entrada.getTime() + ms),
    );
    const classes = [primeiro, ...ordenadas.map(([, tipo]) => tipo)];
    return {
      entrada,
      saida: inicios.at(-1)!,
      trechos: classes.map((tipo, i) => ({ tipo, inicio: inicios[i]!, fim: inicios[i + 1]! })),
    };
  });

/** Counts how often somebody asks when a local hour was. */
class CalendarioContado extends Calendario {
  consultas = 0;

  override instanteLocal(dia: string, hora: number): Date {
    this.consultas += 1;
    return super.instanteLocal(dia, hora);
  }
}

describe('diárias, quaisquer que sejam as transferências', () => {
  it.each(CLASSES_DA_DIARIA)('deve consultar o calendário só nos dias de mudança de leito (%s)', (classe) => {
    const calendario = new CalendarioContado('America/Sao_Paulo');
    const [entrada, mudanca, saida] = ['1931-01-01', '1980-01-01', '2026-01-01'].map((dia) => new Date(dia));
    const trechos = [
      { tipo: 'ENFERMARIA' as const, inicio: entrada!, fim: mudanca! },
      { tipo: 'UTI_ADULTO' as const, inicio: mudanca!, fim: null },
    ];
    const r = { horaDaVirada: 12, toleranciaMinutos: 0, classeDaDiaria: classe, precos: {} };
    expect(calcularDiarias(trechos, entrada!, saida!, r, calendario)).toHaveLength(34_700);
    expect(calendario.consultas).toBeLessThan(20);
  });

  it('deve cobrar tantas diárias quanto manda a fórmula, sem depender dos leitos', () => {
    fc.assert(
      fc.property(estadias, regras, calendarios, ({ trechos, entrada, saida }, r, calendario) => {
        const quantidade = calcularDiarias(trechos, entrada, saida, r, calendario).length;
        expect(quantidade).toBe(numeroDeDiarias(entrada, saida, r, calendario));
        const inteiro = [{ ...trechos[0]!, fim: saida }];
        expect(calcularDiarias(inteiro, entrada, saida, r, calendario)).toHaveLength(quantidade);
      }),
    );
  });

  it('deve somar, entre as classes, o número de diárias, em dias seguidos desde a entrada', () => {
    fc.assert(
      fc.property(estadias, regras, calendarios, ({ trechos, entrada, saida }, r, calendario) => {
        const diarias = calcularDiarias(trechos, entrada, saida, r, calendario);
        expect(diarias.map((d) => d.dia)).toEqual(
          diarias.map((_, i) => somarDias(calendario.diaCivil(entrada), i)),
        );
        const porClasse = TIPOS_DE_LEITO.map((tipo) => diarias.filter((d) => d.tipo === tipo).length);
        expect(porClasse.reduce((soma, n) => soma + n)).toBe(numeroDeDiarias(entrada, saida, r, calendario));
      }),
    );
  });

  it('deve cobrar cada dia por um leito que o paciente ocupou', () => {
    fc.assert(
      fc.property(estadias, regras, calendarios, ({ trechos, entrada, saida }, r, calendario) => {
        const ocupados = new Set(trechos.map((t) => t.tipo));
        for (const { tipo } of calcularDiarias(trechos, entrada, saida, r, calendario))
          expect(ocupados).toContain(tipo);
      }),
    );
  });

  it('deve não mudar quando um trecho é partido em dois no mesmo tipo de leito', () => {
    fc.assert(
      fc.property(
        estadias,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        regras,
        calendarios,
        (e, n, fracao, r, calendario) => {
          const i = n % e.trechos.length;
          const alvo = e.trechos[i]!;
          const meio = new Date(
            alvo.inicio.getTime() + Math.floor(fracao * (alvo.fim.getTime() - alvo.inicio.getTime())),
          );
          const partido = [
            ...e.trechos.slice(0, i),
            { ...alvo, fim: meio },
            { ...alvo, inicio: meio },
            ...e.trechos.slice(i + 1),
          ];
          expect(calcularDiarias(partido, e.entrada, e.saida, r, calendario)).toEqual(
            calcularDiarias(e.trechos, e.entrada, e.saida, r, calendario),
          );
        },
      ),
    );
  });

  it('deve nunca cobrar menos por uma internação mais longa', () => {
    fc.assert(
      fc.property(
        estadias,
        fc.integer({ min: 0, max: 5 * 86_400_000 }),
        regras,
        calendarios,
        (e, aMais, r, calendario) => {
          const depois = new Date(e.saida.getTime() + aMais);
          // Where clocks go back the hour repeats, and the wall clock may be before the turn again.
          fc.pre(
            calendario.diaCivil(depois) !== calendario.diaCivil(e.saida) ||
              calendario.horaLocal(depois) >= calendario.horaLocal(e.saida),
          );
          expect(numeroDeDiarias(e.entrada, depois, r, calendario)).toBeGreaterThanOrEqual(
            numeroDeDiarias(e.entrada, e.saida, r, calendario),
          );
        },
      ),
    );
  });

  it('deve valer ao leito mais caro um total que nenhuma outra classe supera, fora o dia da saída', () => {
    const comPrecos = fc.record({
      r: regras,
      preco: fc.array(fc.integer({ min: 0, max: 500_000 }), {
        minLength: TIPOS_DE_LEITO.length,
        maxLength: TIPOS_DE_LEITO.length,
      }),
    });
    fc.assert(
      fc.property(
        estadias,
        comPrecos,
        calendarios,
        ({ trechos, entrada, saida }, { r, preco }, calendario) => {
          const precos = Object.fromEntries(TIPOS_DE_LEITO.map((tipo, i) => [tipo, preco[i]!]));
          const total = (classeDaDiaria: RegrasDaDiaria['classeDaDiaria']): number =>
            calcularDiarias(trechos, entrada, saida, { ...r, classeDaDiaria, precos }, calendario).reduce(
              (soma, d) => soma + precos[d.tipo]!,
              0,
            );
          expect(total('MAIOR')).toBeGreaterThanOrEqual(Math.max(total('NOITE'), total('VIRADA')));
        },
      ),
    );
  });
});
