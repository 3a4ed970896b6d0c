import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos, GESTORA } from '../../../../test/apoio/cenario-de-leitos.js';
import { CadastrarSetor, type DadosDoSetor } from './cadastrar-setor.js';

describe('cadastrar setor', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (dados: DadosDoSetor) => new CadastrarSetor(dados, GESTORA);

  it('deve cadastrar com tudo, e só com o nome', async () => {
    const completo = { nome: 'UTI Adulto', andar: -1, capacidade: 10, responsavel: 'Enf. Carla' };
    expect(await cenario.executar(comando(completo))).toMatchObject({
      ...completo,
      ativo: true,
      inativadoEm: null,
    });
    expect(await cenario.executar(comando({ nome: 'Pediatria' }))).toMatchObject({
      andar: null,
      capacidade: null,
      responsavel: null,
    });
  });

  it('deve aceitar dois setores com o mesmo nome', async () => {
    const [um, outro] = [
      await cenario.executar(comando({ nome: 'Obstetrícia' })),
      await cenario.executar(comando({ nome: 'Obstetrícia' })),
    ];
    expect([outro.nome, outro.id === um.id]).toEqual(['Obstetrícia', false]);
  });
});
