import { describe, expect, it } from '@jest/globals';
import type { Cenario, VarianteRuim } from '../../../caos/cenario.js';
import type { Palco } from '../../../caos/palco.js';
import { rodar } from '../../../caos/rodada.js';

const RUIM: VarianteRuim = {
  codigo: 'ruim',
  descricao: 'perde o que não devia',
  apanhadaPor: /^PERDIDO/,
  trocas: [],
};

describe('rodada de uma versão ruim', () => {
  const sementes: number[] = [];
  const cenarioQue = (executar: (palco: Palco) => void): Cenario => ({
    ...{ codigo: 'cenario', descricao: 'nada acontece', motores: ['sqlite'], ruins: [RUIM] },
    executar: async (palco) => {
      sementes.push(palco.dados.semente);
      executar(palco);
    },
  });
  const rodada = (cenario: Cenario, ruim: VarianteRuim | null) => {
    sementes.length = 0;
    return rodar({ cenario, motor: 'sqlite', ruim }, { semente: 7, curto: true });
  };

  it('deve pôr à prova de novo, com outra semente, a versão ruim que o acaso poupou', async () => {
    const cenario = cenarioQue((palco) => {
      if (sementes.length === 2) palco.achados.anotar('PERDIDO: um efeito', 'este');
    });
    const { veredito, medido, semente } = await rodada(cenario, RUIM);
    expect({ veredito, medido, semente, sementes }).toEqual({
      ...{ veredito: 'apanhada', medido: ['2 tentativas'], semente: 1_007, sementes: [7, 1_007] },
    });
  });

  it('deve reprovar a versão ruim que ninguém apanha, depois de três tentativas', async () => {
    const { veredito } = await rodada(
      cenarioQue(() => undefined),
      RUIM,
    );
    expect([veredito, sementes.length]).toEqual(['nao-apanhada', 3]);
  });

  it('deve julgar o produto uma vez só, passe ou falhe', async () => {
    const falhou = await rodada(
      cenarioQue((palco) => palco.achados.anotar('PERDIDO: um efeito', 'este')),
      null,
    );
    expect([falhou.veredito, sementes.length]).toEqual(['falhou', 1]);
    const passou = await rodada(
      cenarioQue(() => undefined),
      null,
    );
    expect([passou.veredito, sementes.length]).toEqual(['passou', 1]);
  });
});
