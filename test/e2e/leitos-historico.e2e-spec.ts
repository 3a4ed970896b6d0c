import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransicaoDoLeitoResposta } from '../../src/modulos/leitos/casos-de-uso/listar-historico-do-leito.js';
import type { MapaResposta } from '../../src/modulos/leitos/mapa-resposta.js';
import { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import { dia } from '../apoio/ocupacao-de-teste.js';

describe('a história de um leito contada tarde', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const historico = async (id: number) =>
    (await cenario.app.get<TransicaoDoLeitoResposta[]>(`/v1/leitos/${id}/historico`)).corpo.data;
  const noMapa = async (id: number, em = '') => {
    const { data } = (await cenario.app.get<MapaResposta>(`/v1/leitos/mapa${em}`)).corpo;
    return data.setores.flatMap(({ leitos }) => leitos).find((leito) => leito.id === id);
  };
  const periodo = (de: number, ate: number) => ({ em: dia(de).toISOString(), ate: dia(ate).toISOString() });

  it('deve contar o bloqueio e a manutenção que já tinham acabado, e desde quando o leito está livre', async () => {
    const id = await cenario.leito();
    await cenario.comandar(id, 'bloquear', { ...periodo(4, 8), motivo: 'infiltração' });
    await cenario.comandar(id, 'manutencao', { ...periodo(2, 3), motivo: 'régua' });
    const registro = { de: 'LIVRE', para: 'LIVRE', acao: 'registrar-bloqueio' };
    expect(await historico(id)).toMatchObject([
      { ...registro, ...periodo(2, 3), versao: 3, motivo: 'régua', autorId: expect.any(Number) },
      { ...registro, ...periodo(4, 8), versao: 2, motivo: 'infiltração', autorId: expect.any(Number) },
    ]);
    const livre = { status: 'LIVRE', desde: dia(8).toISOString() };
    expect(await noMapa(id, `?em=${dia(8, 10).toISOString()}`)).toMatchObject(livre);
    expect(await noMapa(id)).toMatchObject(livre);
    expect((await cenario.app.get(`/v1/leitos/${id}`)).corpo.data).toMatchObject(livre);
    const entreOsDois = await noMapa(id, `?em=${dia(3, 12).toISOString()}`);
    expect(entreOsDois).toMatchObject({ status: 'LIVRE', desde: dia(3).toISOString() });
  });

  it('deve contar a estadia que já tinha acabado, e a que foi anulada, sem dizer de quem', async () => {
    const [id, errado] = [await cenario.leito(), await cenario.leito()];
    const inicio = cenario.daqui(-48).toISOString();
    const fim = cenario.daqui(-24).toISOString();
    const alta = { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO', em: fim };
    const pedido = await cenario.internacoes.pedido({ leitoId: id });
    await cenario.app.criar('/v1/internacoes', { ...pedido, admitidaEm: inicio, alta });
    expect(await historico(id)).toMatchObject([
      { acao: 'registrar-estadia', de: 'LIVRE', para: 'LIVRE', em: inicio, ate: fim, motivo: null },
    ]);
    expect(await noMapa(id)).toMatchObject({ status: 'LIVRE', desde: fim });

    const engano = await cenario.internacoes.internar({ leitoId: errado });
    await cenario.internacoes.comandar(engano.id, 'cancelar', { motivo: 'paciente errado' });
    const contado = await historico(errado);
    expect(contado.map(({ acao, de, para }) => [acao, de, para])).toEqual([
      ['anular-estadia', 'AGUARDANDO_LIMPEZA', 'AGUARDANDO_LIMPEZA'],
      ['desocupar', 'OCUPADO', 'AGUARDANDO_LIMPEZA'],
      ['ocupar', 'LIVRE', 'OCUPADO'],
    ]);
    const [anulada, saida, entrada] = contado;
    expect([anulada!.em, anulada!.ate]).toEqual([entrada!.em, saida!.em]);
    expect(contado.map(({ versao, motivo }) => [versao, motivo])).toEqual([
      [4, null],
      [3, null],
      [2, null],
    ]);
  });
});
