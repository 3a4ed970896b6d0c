import { describe, expect, it } from '@jest/globals';
import type { Cenario } from '../../../caos/cenario.js';
import { Palco } from '../../../caos/palco.js';
import { noPrazo } from '../../../caos/prazo.js';
import { rodar } from '../../../caos/rodada.js';

const UM_INSTANTE_MIN = 0.001;

describe('Prazo de uma rodada do caos', () => {
  it('deve responder o que chegou a tempo, e o erro que houve', async () => {
    await expect(noPrazo(Promise.resolve(7), UM_INSTANTE_MIN, 'x')).resolves.toBe(7);
    await expect(noPrazo(Promise.reject(new Error('falhou')), UM_INSTANTE_MIN, 'x')).rejects.toThrow(
      'falhou',
    );
  });

  it('deve dizer o que não acabou, e em quanto tempo', async () => {
    const nunca = new Promise(() => undefined);
    await expect(noPrazo(nunca, UM_INSTANTE_MIN, 'a rodada não acabou')).rejects.toThrow(
      'a rodada não acabou em 0.001 min',
    );
  });

  it('deve acabar com o cenário que continua depois de fechado o palco', async () => {
    const palco = new Palco({ motor: 'sqlite', semente: 1, curto: true, ruim: false, trocas: [] });
    await palco.fechar();
    await expect(palco.pausa(0, 1)).rejects.toThrow('closed');
    expect(() => palco.base).toThrow('closed');
  });
});

describe('Rodada do caos', () => {
  it('deve contar, e não lançar, que o lugar de uma troca já não existe', async () => {
    const cenario: Cenario = {
      codigo: 'queda',
      descricao: 'uma queda',
      motores: ['sqlite'],
      ruins: [],
      ajustes: () => [{ motivo: 'x', arquivo: 'src/main.js', de: 'isto não está lá', para: '' }],
      executar: (palco) => palco.abrir(),
    };
    const { veredito, motivo } = await rodar(
      { cenario, motor: 'sqlite', ruim: null },
      { semente: 1, curto: true },
    );
    expect(veredito).toBe('quebrou');
    expect(motivo).toContain('isto não está lá');
  });
});
