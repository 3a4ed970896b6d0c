import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlanoResposta } from '../../src/modulos/leitos/casos-de-uso/obter-plano.js';
import type { Papel } from '../../src/plataforma/seguranca/autor.js';
import { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import { comoPapel } from '../apoio/papeis.js';

describe('planos de um leito', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const planos = async (id: number, consulta = '') =>
    (await cenario.app.get<PlanoResposta[]>(`/v1/leitos/${id}/planos${consulta}`)).corpo;
  const cancelar = (id: number, planoId: number, ...papeis: Papel[]) =>
    cenario.app.pedir<PlanoResposta>(
      'POST',
      `/v1/leitos/${id}/planos/${planoId}/cancelar`,
      {},
      papeis.length > 0 ? { ...comoPapel(cenario.app, ...papeis) } : {},
    );

  it('deve planejar, mostrar, começar na hora, terminar na hora, e desistir', async () => {
    const id = await cenario.leito();
    const [em, ate, depois] = [cenario.daqui(1), cenario.daqui(3), cenario.daqui(10)];
    expect((await cenario.comandar(id, 'bloquear', { em, ate, motivo: 'pintura' })).status).toBe('LIVRE');
    await cenario.comandar(id, 'manutencao', { em: depois, motivo: 'régua' });
    const { data } = await planos(id);
    expect(data).toMatchObject([
      { acao: 'manutencao', inicio: depois.toISOString(), ate: null, situacao: 'PENDENTE' },
      { acao: 'bloquear', inicio: em.toISOString(), ate: ate.toISOString(), motivo: 'pintura' },
    ]);
    expect((await cancelar(id, data[0]!.id)).corpo.data).toMatchObject({ situacao: 'CANCELADO' });
    expect((await cancelar(id, data[0]!.id)).corpo.error[0]!.codigo).toBe('LEITO.PLANO_RESOLVIDO');

    await cenario.passar(2);
    await cenario.vencerPrazos();
    const bloqueado = await cenario.app.get(`/v1/leitos/${id}`);
    expect(bloqueado.corpo.data).toMatchObject({ status: 'BLOQUEADO', desde: em.toISOString() });
    expect((await planos(id, '?situacao=APLICADO')).data).toHaveLength(1);

    await cenario.passar(2);
    await cenario.vencerPrazos();
    const { data: aguarda } = (await cenario.app.get(`/v1/leitos/${id}`)).corpo;
    expect(aguarda).toMatchObject({ status: 'AGUARDANDO_LIMPEZA', desde: ate.toISOString() });
    await cenario.passar(10);
    await cenario.vencerPrazos();
    expect((await cenario.app.get(`/v1/leitos/${id}`)).corpo.data).toMatchObject({
      status: 'AGUARDANDO_LIMPEZA',
    });
  });

  it('deve nunca tocar num leito ocupado: o bloqueio espera, e a manutenção começa na saída', async () => {
    const [id, internado] = [await cenario.leito(), await cenario.leito()];
    const [{ id: a }, { id: b }] = [
      await cenario.internacoes.internar({ leitoId: id }),
      await cenario.internacoes.internar({ leitoId: internado }),
    ];
    await cenario.comandar(id, 'bloquear', { em: cenario.daqui(1) });
    await cenario.comandar(internado, 'manutencao', { em: cenario.daqui(1) });
    await cenario.passar(2);
    await cenario.vencerPrazos();
    const mostrar = async (leitoId: number) => (await cenario.app.get(`/v1/leitos/${leitoId}`)).corpo.data;
    expect(await mostrar(id)).toMatchObject({ status: 'OCUPADO', manutencaoPlanejada: false });
    expect(await mostrar(internado)).toMatchObject({ status: 'OCUPADO', manutencaoPlanejada: true });
    for (const internacaoId of [a, b])
      await cenario.internacoes.comandar(internacaoId, 'alta', {
        cidSaida: 'J189',
        motivoSaida: 'ALTA_CURADO',
      });
    await cenario.vencerPrazos();
    expect([(await mostrar(id)).status, (await mostrar(internado)).status]).toEqual([
      'BLOQUEADO',
      'MANUTENCAO',
    ]);
  });

  it('deve listar em páginas e responder 404, 409 e 422 no lugar certo', async () => {
    const id = await cenario.leito();
    for (let i = 1; i <= 3; i++)
      await cenario.comandar(id, 'bloquear', { em: cenario.daqui(i * 10), ate: cenario.daqui(i * 10 + 5) });
    const primeira = await planos(id, '?limite=2');
    const segunda = await planos(id, `?limite=2&cursor=${primeira.meta.proximoCursor}`);
    expect([primeira.data.length, segunda.data.length, segunda.meta.proximoCursor]).toEqual([2, 1, null]);
    const sobreposto = { em: cenario.daqui(12), motivo: 'obra' };
    const resposta = await cenario.app.post(`/v1/leitos/${id}/bloquear`, sobreposto);
    expect([resposta.status, resposta.corpo.error[0]!.codigo]).toEqual([409, 'LEITO.PLANO_SOBREPOSTO']);
    const [plano] = primeira.data;
    const um = await cenario.app.get<PlanoResposta>(`/v1/leitos/${id}/planos/${plano!.id}`);
    expect([um.status, um.corpo.data]).toEqual([200, plano]);
    const deOutro = `/v1/leitos/${await cenario.leito()}/planos/${plano!.id}`;
    expect((await cenario.app.get(deOutro)).corpo.error[0]!.codigo).toBe('LEITO.PLANO_NAO_ENCONTRADO');
    for (const caminho of [
      `/v1/leitos/999999/planos`,
      `/v1/leitos/x/planos`,
      `/v1/leitos/${id}/planos/999999`,
    ])
      expect((await cenario.app.get(caminho)).status).toBe(404);
    expect((await cancelar(id, 999_999)).status).toBe(404);
    expect((await cenario.app.get(`/v1/leitos/${id}/planos?situacao=FEITO`)).status).toBe(400);
  });

  it('deve deixar a cada perfil o que é seu', async () => {
    const id = await cenario.leito();
    await cenario.comandar(id, 'bloquear', { em: cenario.daqui(10), ate: cenario.daqui(20) });
    await cenario.comandar(id, 'reservar', { em: cenario.daqui(1), expiraEm: cenario.daqui(2) });
    const [reserva, bloqueio] = (await planos(id)).data.map((plano) => plano.id);
    expect((await cancelar(id, bloqueio!, 'RECEPCAO')).status).toBe(403);
    expect((await cancelar(id, reserva!, 'FARMACIA')).status).toBe(403);
    expect((await cancelar(id, reserva!, 'RECEPCAO')).status).toBe(200);
    expect((await cancelar(id, bloqueio!, 'ENFERMAGEM')).status).toBe(200);
  });
});
