import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CenarioDeLeitos,
  esperaIlegalEm,
  esperaRecusa,
  esperaTransicao,
  GESTORA,
} from '../../../../test/apoio/cenario-de-leitos.js';
import { PorEmManutencao } from './por-em-manutencao.js';

describe('pôr em manutenção', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number, dados: { em?: Date; ate?: Date; motivo?: string } = {}) =>
    new PorEmManutencao(id, { motivo: 'régua de gases', ...dados }, GESTORA);

  it.each(['LIVRE', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA'] as const)(
    'deve pôr em manutenção um leito %s e abrir o período',
    async (de) => {
      const id = await cenario.leito(de);
      const { status } = await cenario.executar(comando(id));
      expect(status).toBe('MANUTENCAO');
      await esperaTransicao(cenario, id, { de, para: 'MANUTENCAO', acao: 'manutencao' }, [
        'leito-mudou-de-estado',
      ]);
      expect((await cenario.linhas('leitos_bloqueios', id)).at(-1)).toMatchObject({
        ...{ tipo: 'MANUTENCAO', motivo: 'régua de gases', fim: null, bloqueio_aberto_id: id, autor_id: 1 },
      });
    },
  );

  it('deve recusar em RESERVADO, BLOQUEADO, MANUTENCAO e DESATIVADO, sem escrever nada', async () => {
    await esperaIlegalEm(cenario, ['RESERVADO', 'BLOQUEADO', 'MANUTENCAO', 'DESATIVADO'], comando);
  });

  it('deve ficar planejada em leito ocupado e começar quando o paciente sai', async () => {
    const id = await cenario.internacoes.leito();
    const { id: internacaoId } = await cenario.internacoes.internar({ leitoId: id });
    const { status, manutencaoPlanejada } = await cenario.executar(comando(id));
    expect([status, manutencaoPlanejada]).toEqual(['OCUPADO', true]);
    await esperaTransicao(cenario, id, { de: 'OCUPADO', para: 'OCUPADO', acao: 'manutencao' }, []);
    expect(await cenario.linhas('leitos_bloqueios', id)).toEqual([]);

    await cenario.app.post(`/v1/internacoes/${internacaoId}/alta`, {
      cidSaida: 'J189',
      motivoSaida: 'ALTA_CURADO',
    });
    await esperaTransicao(cenario, id, { de: 'OCUPADO', para: 'MANUTENCAO', acao: 'desocupar' }, [
      'leito-desocupado',
    ]);
    expect(await cenario.linhas('leitos_bloqueios', id)).toMatchObject([
      { tipo: 'MANUTENCAO', motivo: 'régua de gases', fim: null, bloqueio_aberto_id: id, autor_id: 1 },
    ]);
    expect((await cenario.app.get(`/v1/leitos/${id}`)).corpo.data).toMatchObject({
      status: 'MANUTENCAO',
      manutencaoPlanejada: false,
    });
  });

  it.each([
    [1, 'MANUTENCAO'],
    [3, 'AGUARDANDO_LIMPEZA'],
  ])('deve valer só até o fim previsto para quem sai depois de %d h', async (horas, esperado) => {
    const id = await cenario.internacoes.leito();
    const { id: internacaoId } = await cenario.internacoes.internar({ leitoId: id });
    await cenario.executar(comando(id, { ate: cenario.daqui(2) }));
    await cenario.passar(horas);
    await cenario.internacoes.comandar(internacaoId, 'alta', {
      cidSaida: 'J189',
      motivoSaida: 'ALTA_CURADO',
    });
    const leito = (await cenario.app.get(`/v1/leitos/${id}`)).corpo.data;
    expect(leito).toMatchObject({ status: esperado, manutencaoPlanejada: false });
    await cenario.passar(horas + 2);
    await cenario.vencerPrazos();
    const { status } = (await cenario.app.get(`/v1/leitos/${id}`)).corpo.data;
    expect(status).toBe('AGUARDANDO_LIMPEZA');
  });

  it('deve ter acabado quando se conta tarde quem saiu antes do fim previsto', async () => {
    const id = await cenario.internacoes.leito();
    const { id: internacaoId } = await cenario.internacoes.internar({ leitoId: id });
    await cenario.passar(1);
    const [saida, ate] = [cenario.app.relogio.agora(), cenario.daqui(1)];
    await cenario.executar(comando(id, { em: saida, ate }));
    await cenario.passar(3);
    const alta = { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO', em: saida.toISOString() };
    await cenario.internacoes.comandar(internacaoId, 'alta', alta);
    expect((await cenario.app.get(`/v1/leitos/${id}`)).corpo.data).toMatchObject({
      ...{ status: 'AGUARDANDO_LIMPEZA', desde: ate.toISOString() },
    });
  });

  it('deve registrar uma manutenção já encerrada sem mudar o estado', async () => {
    const id = await cenario.leito();
    const periodo = { em: new Date('2026-04-04T00:00:00Z'), ate: new Date('2026-04-08T00:00:00Z') };
    expect((await cenario.executar(comando(id, periodo))).status).toBe('LIVRE');
    expect(await cenario.linhas('leitos_bloqueios', id)).toMatchObject([
      { tipo: 'MANUTENCAO', bloqueio_aberto_id: null },
    ]);
    await esperaRecusa(cenario, 'LEITO.PERIODO_SOBREPOSTO', comando(id, periodo));
  });
});
