import { describe, expect, it } from '@jest/globals';
import type { Cenario, VarianteRuim } from '../../../caos/cenario.js';
import { contarTudo, deuErrado } from '../../../caos/relato.js';
import { type Resultado, type Rodada, rodadasDe, type Veredito } from '../../../caos/rodada.js';

const ruim = (codigo: string, resto: Partial<VarianteRuim> = {}): VarianteRuim => ({
  codigo,
  descricao: 'ruim',
  trocas: [],
  apanhadaPor: /x/,
  ...resto,
});

const cenario: Cenario = {
  codigo: 'queda',
  descricao: 'uma queda',
  motores: ['mysql', 'sqlite'],
  ruins: [ruim('a'), ruim('b', { motores: ['sqlite', 'mysql'] }), ruim('c', { soNoCheio: true })],
  executar: async () => undefined,
};

const nomes = (rodadas: readonly Rodada[]) =>
  rodadas.map(({ motor, ruim: versao }) => `${motor} ${versao?.codigo ?? '-'}`);

const pedir = (resto: {
  curto?: boolean;
  semRuins?: boolean;
  soRuins?: boolean;
  motores?: readonly ('mysql' | 'sqlite')[];
}) =>
  nomes(
    rodadasDe([cenario], {
      motores: ['sqlite', 'mysql'],
      semRuins: false,
      soRuins: false,
      curto: false,
      ...resto,
    }),
  );

describe('Rodadas do caos', () => {
  it('deve rodar cada cenário em cada banco, e cada versão ruim nos dela', () => {
    expect(pedir({})).toEqual(['mysql -', 'sqlite -', 'mysql a', 'sqlite b', 'mysql b', 'mysql c']);
  });

  it('deve rodar no curto cada versão ruim uma vez, e nenhuma das que são só do cheio', () => {
    expect(pedir({ curto: true })).toEqual(['mysql -', 'sqlite -', 'mysql a', 'sqlite b']);
  });

  it('deve deixar de fora o banco que não há e as versões ruins que não se querem', () => {
    expect(pedir({ motores: ['sqlite'] })).toEqual(['sqlite -', 'sqlite b']);
    expect(pedir({ semRuins: true })).toEqual(['mysql -', 'sqlite -']);
    expect(pedir({ soRuins: true, curto: true })).toEqual(['mysql a', 'sqlite b']);
  });
});

describe('Relato do caos', () => {
  const resultado = (veredito: Veredito): Resultado => ({
    rodada: { cenario, motor: 'mysql', ruim: null },
    veredito,
    semente: 1,
    injetado: '3 mortes',
    medido: [],
    confirmados: 0,
    incertos: 0,
    achados: [],
    motivo: null,
    duracaoMs: 1_500,
  });

  it('deve terminar com a conta que a integração contínua soma; o pulado não entra nela', () => {
    const todos = (['passou', 'apanhada', 'falhou', 'nao-apanhada', 'quebrou', 'pulado'] as const).map(
      resultado,
    );
    expect(contarTudo(todos, true).split('\n').at(-1)).toBe('2 passed, 3 failed');
    expect(todos.filter(deuErrado)).toHaveLength(3);
  });
});
