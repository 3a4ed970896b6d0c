import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos, esperaRecusa, GESTORA } from '../../../../test/apoio/cenario-de-leitos.js';
import { AlterarSetor } from './alterar-setor.js';

describe('alterar setor', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number, dados = {}) => new AlterarSetor(id, dados, GESTORA);

  it('deve mudar só o que foi enviado, e limpar o que veio nulo', async () => {
    const { id } = await cenario.app.criar('/v1/setores', {
      nome: 'Neuro',
      andar: 2,
      capacidade: 8,
      responsavel: 'Ana',
    });
    expect(await cenario.executar(comando(id, { andar: null, capacidade: 9 }))).toMatchObject({
      ...{ nome: 'Neuro', andar: null, capacidade: 9, responsavel: 'Ana' },
    });
  });

  it('deve aceitar o nome de outro setor', async () => {
    await cenario.app.criar('/v1/setores', { nome: 'Cardio' });
    const { id } = await cenario.app.criar('/v1/setores', { nome: 'Vascular' });
    expect((await cenario.executar(comando(id, { nome: 'Cardio' }))).nome).toBe('Cardio');
  });

  it('deve recusar um setor que não existe, sem escrever nada', async () => {
    await esperaRecusa(cenario, 'SETOR.NAO_ENCONTRADO', comando(999_999, { nome: 'x' }));
  });
});
