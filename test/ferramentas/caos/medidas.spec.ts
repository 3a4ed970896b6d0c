import { describe, expect, it } from '@jest/globals';
import type { Cenario } from '../../../caos/cenario.js';
import { medidasDe } from '../../../caos/medidas.js';
import type { Resultado } from '../../../caos/rodada.js';

const cenario: Cenario = {
  codigo: 'queda',
  descricao: 'uma queda',
  motores: ['sqlite'],
  ruins: [],
  executar: async () => undefined,
};

const resultado = (resto: Partial<Resultado>): Resultado => ({
  rodada: { cenario, motor: 'sqlite', ruim: null },
  veredito: 'passou',
  semente: 1,
  injetado: '3 mortes',
  medido: ['sossego em 1 s'],
  confirmados: 5,
  incertos: 1,
  achados: [],
  motivo: null,
  duracaoMs: 1_500,
  ...resto,
});

describe('Medidas do caos', () => {
  it('deve contar o que foi feito e o que se achou', () => {
    expect(medidasDe([resultado({})])[0]).toMatchObject({
      nome: 'uma queda (SQLite)',
      valor: '3 mortes; 5 efeitos confirmados, 1 sem resposta; sossego em 1 s; 0 achados',
      atingida: true,
    });
  });

  it('deve manter a linha do cenário pulado, por atingir e com o porquê', () => {
    expect(medidasDe([resultado({ veredito: 'pulado', motivo: 'falta o prlimit' })])[0]).toMatchObject({
      valor: 'não foi rodado: falta o prlimit',
      atingida: false,
    });
  });
});
