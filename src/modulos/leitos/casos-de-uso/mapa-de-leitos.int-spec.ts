import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryBus } from '@nestjs/cqrs';
import { CenarioDeLeitos } from '../../../../test/apoio/cenario-de-leitos.js';
import { mapaSemPrazos } from '../../../../test/apoio/mapa-sem-prazos.js';
import { dia } from '../../../../test/apoio/ocupacao-de-teste.js';
import type { Autor, Papel } from '../../../plataforma/seguranca/autor.js';
import { MapaDeLeitos } from './mapa-de-leitos.js';

const ALTA = { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO' };
const HORA = 3_600_000;

describe('o mapa num instante passado', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const mapa = (em?: Date, papeis: Papel[] = ['MEDICO'], setorId?: number) => {
    const autor: Autor = { usuarioId: 1, papeis };
    const consulta = { ...(em ? { em } : {}), ...(setorId ? { setorId } : {}) };
    return cenario.app.app.get(QueryBus).execute(new MapaDeLeitos(consulta, autor));
  };
  const leitoEm = async (leitoId: number, em?: Date, papeis?: Papel[]) =>
    (await mapa(em, papeis)).setores.flatMap(({ leitos }) => leitos).find(({ id }) => id === leitoId);
  const situacao = async (leitoId: number, em?: Date) => {
    const leito = await leitoEm(leitoId, em);
    return leito && [leito.status, leito.desde, leito.internacaoId];
  };
  const comandar = (id: number, comando: string, em: Date, mais = {}) =>
    cenario.comandar(id, comando, { em, ...mais });
  const internar = async (leitoId: number, em: Date): Promise<number> =>
    (await cenario.internacoes.internar({ leitoId, admitidaEm: em.toISOString() })).id;
  const daInternacao = async (id: number, comando: string, corpo: object): Promise<void> =>
    expect((await cenario.app.post(`/v1/internacoes/${id}/${comando}`, corpo)).status).toBe(200);

  it('deve mostrar em cada passo de uma história o que então era verdade, e também entre um e outro', async () => {
    const desde = { instaladoDesde: dia(1).toISOString() };
    const [um, outro] = [await cenario.leito('LIVRE', desde), await cenario.leito('LIVRE', desde)];
    let internacao = 0;
    const passo = (id: number, comando: string) => (em: Date) => comandar(id, comando, em);
    const historia: readonly ((em: Date) => Promise<unknown>)[] = [
      passo(um, 'reservar'),
      passo(um, 'cancelar-reserva'),
      async (em) => (internacao = await internar(um, em)),
      passo(um, 'manutencao'),
      passo(um, 'concluir-manutencao'),
      (em) => daInternacao(internacao, 'transferir', { leitoId: outro, motivo: 'UTI', em }),
      passo(um, 'iniciar-limpeza'),
      passo(um, 'concluir-limpeza'),
      passo(outro, 'manutencao'),
      (em) => daInternacao(internacao, 'alta', { ...ALTA, em }),
      passo(outro, 'concluir-manutencao'),
      passo(outro, 'bloquear'),
      passo(outro, 'desbloquear'),
      passo(um, 'bloquear'),
      passo(um, 'desativar'),
      passo(um, 'reativar'),
    ];
    const vistos: { em: Date; leitoId: number; esperada: unknown }[] = [];
    for (const [n, acontecer] of historia.entries()) {
      const em = dia(1, n);
      await acontecer(em);
      for (const leitoId of [um, outro]) vistos.push({ em, leitoId, esperada: await situacao(leitoId) });
    }
    for (const { em, leitoId, esperada } of vistos)
      for (const quando of [em, new Date(em.getTime() + HORA / 2)])
        expect([quando, leitoId, await situacao(leitoId, quando)]).toEqual([quando, leitoId, esperada]);
    const agora = cenario.app.relogio.agora();
    expect(await mapa(agora)).toEqual({ em: agora, ...mapaSemPrazos(await mapa()) });
  });

  it('deve deixar que uma admissão contada depois desdiga o que se dizia do leito', async () => {
    const id = await cenario.leito('LIVRE', { instaladoDesde: dia(1).toISOString() });
    await comandar(id, 'bloquear', dia(2));
    await comandar(id, 'desbloquear', dia(3));
    await comandar(id, 'iniciar-limpeza', dia(4));
    await comandar(id, 'concluir-limpeza', dia(6));
    expect(await situacao(id, dia(7))).toEqual(['LIVRE', dia(6), null]);
    const internacaoId = await internar(id, dia(5));
    await daInternacao(internacaoId, 'alta', { ...ALTA, em: dia(8) });
    expect(await situacao(id, dia(4, 12))).toEqual(['EM_LIMPEZA', dia(4), null]);
    expect(await situacao(id, dia(5))).toEqual(['OCUPADO', dia(5), internacaoId]);
    expect(await situacao(id, dia(7))).toEqual(['OCUPADO', dia(5), internacaoId]);
    expect(await situacao(id, dia(8))).toEqual(['AGUARDANDO_LIMPEZA', dia(8), null]);
    expect(await leitoEm(id, dia(7), ['AUDITOR'])).not.toHaveProperty('internacaoId');
  });

  it('deve mostrar o bloqueio passado só enquanto durou', async () => {
    const id = await cenario.leito('LIVRE', { instaladoDesde: dia(1).toISOString() });
    await comandar(id, 'bloquear', dia(2), { ate: dia(3) });
    await comandar(id, 'manutencao', dia(3), { ate: dia(4) });
    expect(await situacao(id, new Date(dia(2).getTime() - 1))).toEqual(['LIVRE', dia(1), null]);
    expect(await situacao(id, dia(2))).toEqual(['BLOQUEADO', dia(2), null]);
    expect(await situacao(id, dia(3))).toEqual(['MANUTENCAO', dia(3), null]);
    for (const em of [dia(4), dia(8, 10), undefined])
      expect(await situacao(id, em)).toEqual(['LIVRE', dia(4), null]);
  });

  it('deve contar o estado desde o fim do que se registrou tarde, e esquecer o que se anulou', async () => {
    const id = await cenario.leito('LIVRE', { instaladoDesde: dia(1).toISOString() });
    const [inicio, fim] = [cenario.daqui(-20 * 24), cenario.daqui(-18 * 24)];
    const alta = { ...ALTA, em: fim };
    const pedido = { ...(await cenario.internacoes.pedido({ leitoId: id })), admitidaEm: inicio, alta };
    const { id: passada } = await cenario.app.criar('/v1/internacoes', pedido);
    await comandar(id, 'reservar', dia(2));
    await comandar(id, 'cancelar-reserva', dia(3));
    const depois = new Date(fim.getTime() + HORA);
    for (const em of [fim, depois, undefined]) expect(await situacao(id, em)).toEqual(['LIVRE', fim, null]);
    expect(await situacao(id, inicio)).toEqual(['OCUPADO', inicio, passada]);

    const outro = await cenario.leito('LIVRE', { instaladoDesde: dia(1).toISOString() });
    const engano = await internar(outro, dia(5));
    await daInternacao(engano, 'cancelar', { motivo: 'paciente errado' });
    expect(await situacao(outro, dia(6))).toEqual(['LIVRE', dia(1), null]);
  });

  it('deve mostrar, agora, quando a reserva, o bloqueio ou a manutenção termina por si', async () => {
    const terminaEm = cenario.daqui(5);
    for (const [comando, prazo] of [
      ['reservar', { expiraEm: terminaEm }],
      ['bloquear', { ate: terminaEm }],
      ['manutencao', { ate: terminaEm }],
    ] as const) {
      const id = await cenario.leito();
      expect(await leitoEm(id)).toMatchObject({ terminaEm: null });
      await cenario.comandar(id, comando, prazo);
      expect(await leitoEm(id)).toMatchObject({ terminaEm });
      expect((await cenario.app.get(`/v1/leitos/${id}`)).corpo.data).toMatchObject({
        terminaEm: terminaEm.toISOString(),
      });
      expect(await leitoEm(id, cenario.app.relogio.agora())).not.toHaveProperty('terminaEm');
    }
  });

  it('deve mostrar o que o leito era então: ausente, só planejado, extra ou maca', async () => {
    const novo = await cenario.leito('LIVRE', { instaladoDesde: dia(10).toISOString() });
    expect(await situacao(novo, dia(9))).toBeUndefined();
    expect(await situacao(novo, dia(10))).toEqual(['LIVRE', dia(10), null]);

    const planejado = await cenario.internacoes.leito({ instalado: false });
    await comandar(planejado, 'reativar', dia(5));
    expect(await situacao(planejado, dia(4))).toEqual(['DESATIVADO', dia(4), null]);
    expect(await situacao(planejado, dia(5))).toEqual(['LIVRE', dia(5), null]);

    const extra = await cenario.leito('LIVRE', { extra: true, instalado: false, maca: true });
    const antes = cenario.app.relogio.agora();
    await cenario.comandar(extra, 'desativar');
    cenario.app.relogio.avancar(1);
    await cenario.app.pedir('PATCH', `/v1/leitos/${extra}`, { maca: false });
    expect(await leitoEm(extra, antes)).toMatchObject({ status: 'LIVRE', extra: true, maca: true });
    const depois = { status: 'DESATIVADO', extra: true, maca: false };
    expect([await leitoEm(extra), await leitoEm(extra, cenario.app.relogio.agora())]).toMatchObject([
      depois,
      depois,
    ]);
  });

  it('deve mostrar os setores que estavam em uso, e não os que ainda não existiam', async () => {
    const criar = async () => (await cenario.app.criar('/v1/setores', { nome: 'De passagem' })).id;
    const setores = async (em: Date, id: number) => (await mapa(em, ['GESTAO'], id)).setores.length;
    const id = await criar();
    const emUso = cenario.app.relogio.agora();
    cenario.app.relogio.avancar(1);
    await cenario.app.post(`/v1/setores/${id}/inativar`, { motivo: 'obra' });
    expect([await setores(emUso, id), await setores(cenario.app.relogio.agora(), id)]).toEqual([1, 0]);
    expect(await setores(new Date(emUso.getTime() - HORA), id)).toBe(0);
    expect(await setores(new Date(emUso.getTime() - HORA), cenario.setorId)).toBe(1);
  });

  it('deve recusar como ilegível o instante que ainda não chegou', async () => {
    const em = new Date(cenario.app.relogio.agora().getTime() + HORA);
    await expect(mapa(em)).rejects.toMatchObject({
      ...{ tipo: 'requisicao_ilegivel', codigo: 'LEITO.EM_NO_FUTURO', campo: 'em' },
    });
  });
});
