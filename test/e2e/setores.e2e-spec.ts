import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

describe('setores', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  it('deve cadastrar, mostrar, alterar, inativar e reativar', async () => {
    const criado = await app.post<{ id: number }>('/v1/setores', {
      nome: 'UTI Adulto',
      andar: 2,
      capacidade: 10,
      responsavel: 'Enf. Carla',
    });
    const { id } = criado.corpo.data;
    expect([criado.status, criado.cabecalhos.get('location')]).toEqual([201, `/v1/setores/${id}`]);
    expect((await app.pedir('GET', `/v1/setores/${id}`)).corpo.data).toEqual(criado.corpo.data);
    expect(
      (await app.pedir('PATCH', `/v1/setores/${id}`, { nome: 'UTI Geral', andar: null })).corpo.data,
    ).toMatchObject({ nome: 'UTI Geral', andar: null, capacidade: 10 });
    expect(
      (await app.pedir('POST', `/v1/setores/${id}/inativar`, { motivo: 'obra' })).corpo.data,
    ).toMatchObject({ ativo: false, motivoInativacao: 'obra' });
    expect((await app.pedir('POST', `/v1/setores/${id}/reativar`)).corpo.data).toMatchObject({
      ativo: true,
      inativadoEm: null,
    });
    expect((await app.pedir('DELETE', `/v1/setores/${id}?motivo=obra`)).corpo.data).toMatchObject({
      ativo: false,
    });
    expect((await app.pedir('DELETE', `/v1/setores/${id}`)).status).toBe(400);
  });

  it('deve listar por nome, em páginas, com filtros', async () => {
    for (const nome of ['Zeta um', 'zéta dois', 'Zeta três'])
      await app.criar('/v1/setores', { nome, andar: 7 });
    const nomes = async (consulta: string) =>
      (await app.pedir<{ nome: string }[]>('GET', `/v1/setores?${consulta}`)).corpo.data.map((s) => s.nome);
    expect(await nomes('nome=ZETA')).toEqual(['zéta dois', 'Zeta três', 'Zeta um']);
    expect(await nomes('andar=7&limite=100')).toHaveLength(3);
    const { corpo } = await app.pedir<{ nome: string }[]>('GET', '/v1/setores?andar=7&limite=2');
    expect(await nomes(`andar=7&limite=2&cursor=${corpo.meta.proximoCursor}`)).toEqual(['Zeta um']);
  });

  it.each([
    ['sem nome', {}, 'nome'],
    ['andar quebrado', { nome: 'A', andar: 1.5 }, 'andar'],
    ['andar impossível', { nome: 'A', andar: 201 }, 'andar'],
    ['capacidade negativa', { nome: 'A', capacidade: -1 }, 'capacidade'],
    ['nome longo', { nome: 'a'.repeat(121) }, 'nome'],
    ['campo desconhecido', { nome: 'A', leitos: [] }, 'leitos'],
  ])('deve recusar um corpo %s', async (_, corpo, campo) => {
    const resposta = await app.pedir('POST', '/v1/setores', corpo);
    expect([resposta.status, resposta.corpo.error.map((e) => e.campo)]).toEqual([422, [campo]]);
  });

  it('deve responder 404 ao que não existe, e aceitar nome repetido', async () => {
    await app.criar('/v1/setores', { nome: 'Comum' });
    const nenhum = await app.get('/v1/setores/999999');
    expect([nenhum.status, nenhum.corpo.error[0]!.codigo]).toEqual([404, 'SETOR.NAO_ENCONTRADO']);
    expect(nenhum.corpo.error[0]).not.toHaveProperty('campo');
    expect((await app.pedir('POST', '/v1/setores', { nome: 'comum' })).status).toBe(201);
  });
});
