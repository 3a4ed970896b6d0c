import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LancamentoResposta } from '../../src/modulos/financeiro/lancamento-resposta.js';
import type { ContaResposta } from '../../src/modulos/financeiro/casos-de-uso/obter-conta.js';
import type { PreviaDaContaResposta } from '../../src/modulos/financeiro/casos-de-uso/prever-conta.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { local } from '../apoio/estadia.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { HospitalDeTeste } from '../apoio/hospital-de-teste.js';

const ENTRADA = local('07/06 10:00');

/** What becomes of the bill when the stay is reopened, cancelled, or told all at once. Now is 10 June, 20:00. */
describe('a conta segue a internação', () => {
  let aplicacao: AplicacaoDeTeste;
  let hospital: HospitalDeTeste;
  let convenioId: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    aplicacao.relogio.ajustar(local('10/06 20:00'));
    await aplicacao.entrar();
    hospital = await HospitalDeTeste.montar(aplicacao);
    convenioId = await hospital.convenio({ ENFERMARIA: 100, UTI_ADULTO: 1_000 });
  });
  afterAll(() => aplicacao.encerrar());

  const lancamentos = async (internacaoId: number, consulta = '') =>
    (
      await aplicacao.get<LancamentoResposta[]>(
        `/v1/financeiro/lancamentos?origem=internacao:${internacaoId}${consulta}`,
      )
    ).corpo.data;
  const conta = async (internacaoId: number) =>
    (await aplicacao.get<ContaResposta[]>(`/v1/financeiro/contas?internacaoId=${internacaoId}`)).corpo
      .data[0];
  const previa = (internacaoId: number, em = '') =>
    aplicacao.get<PreviaDaContaResposta>(`/v1/financeiro/contas/previa?internacaoId=${internacaoId}${em}`);
  const comandar = async (internacaoId: number, acao: string): Promise<void> => {
    const motivo = { motivo: 'Registrada por engano' };
    expect((await aplicacao.post(`/v1/internacoes/${internacaoId}/${acao}`, motivo)).status).toBe(200);
  };
  const cobrado = (internacaoId: number) =>
    eventualmente(async () => {
      const achados = await lancamentos(internacaoId);
      expect(achados).toHaveLength(1);
      return achados[0]!;
    });
  const semEntregas = () =>
    eventualmente(async () =>
      expect((await aplicacao.get<object[]>('/v1/entregas?status=PENDENTE')).corpo.data).toEqual([]),
    );
  const internar = () => hospital.internar('ENFERMARIA', { admitidaEm: ENTRADA, convenioId });

  it('deve a reabertura estornar a conta, e a nova alta cobrar uma vez só', async () => {
    const id = await internar();
    await hospital.darAlta(id, local('10/06 09:00'));
    const primeiro = await cobrado(id);
    await comandar(id, 'reabrir');
    expect(await lancamentos(id)).toEqual([]);
    expect(await conta(id)).toMatchObject({ status: 'ABERTA', fechamento: null, lancamentoFinalId: null });
    expect((await previa(id)).corpo.data).toMatchObject({ status: 'ABERTA', lancamentoId: null, valor: 400 });

    await hospital.darAlta(id, local('10/06 19:00'));
    const segundo = await cobrado(id);
    await semEntregas();
    expect(segundo).toMatchObject({ status: 'EMITIDO', valor: 400 });
    expect(await lancamentos(id, '&inclusiveEstornados=true')).toMatchObject([
      { id: segundo.id, status: 'EMITIDO' },
      { id: primeiro.id, status: 'ESTORNADO', valor: 300, substituidoPor: segundo.id },
    ]);
    expect(await conta(id)).toMatchObject({ status: 'FECHADA', lancamentoFinalId: segundo.id });
  });

  it('deve a reabertura, pedida antes de a conta ser feita, não deixar conta para trás', async () => {
    const id = await internar();
    await hospital.darAlta(id, local('10/06 09:00'));
    await comandar(id, 'reabrir');
    await semEntregas();
    expect(await lancamentos(id)).toEqual([]);
    expect(await conta(id)).toMatchObject({ status: 'ABERTA' });
  });

  it('deve recusar reabrir o que já foi pago', async () => {
    const id = await internar();
    await hospital.darAlta(id, local('10/06 09:00'));
    const { id: lancamentoId } = await cobrado(id);
    await aplicacao.unidade.executar((tx) =>
      tx.executar("UPDATE lancamentos SET status = 'PAGO' WHERE id = ?", [lancamentoId]),
    );
    const { status, corpo } = await aplicacao.post(`/v1/internacoes/${id}/reabrir`, { motivo: 'Engano' });
    expect([status, corpo.error[0]!.codigo]).toEqual([409, 'FINANCEIRO.CONTA_PAGA']);
    expect(await lancamentos(id)).toMatchObject([{ id: lancamentoId, status: 'PAGO' }]);
  });

  it('deve o cancelamento da internação cancelar a conta, que não se mostra mais', async () => {
    const id = await internar();
    await comandar(id, 'cancelar');
    await eventualmente(async () =>
      expect(await conta(id)).toMatchObject({ status: 'CANCELADA', fechamento: null }),
    );
    await semEntregas();
    expect([await lancamentos(id), (await conta(id))!.status]).toEqual([[], 'CANCELADA']);
    const { status, corpo } = await previa(id);
    expect([status, corpo.error[0]!.codigo]).toEqual([404, 'INTERNACAO.SEM_CONTA']);
  });

  it('deve a internação contada de uma vez, já encerrada, ter a conta fechada e um só final', async () => {
    const { id } = await aplicacao.criar('/v1/internacoes', {
      ...{
        pacienteId: await hospital.paciente(),
        medicoId: hospital.medicoId,
        convenioId,
        cidEntrada: 'J18',
      },
      ...{ leitoId: await hospital.leito('ENFERMARIA'), admitidaEm: ENTRADA },
      transferencias: [
        { leitoId: await hospital.leito('UTI_ADULTO'), motivo: 'Piora', em: local('09/06 15:00') },
      ],
      alta: { em: local('10/06 09:00'), cidSaida: 'J18', motivoSaida: 'ALTA_MELHORADO' },
    });
    expect(await cobrado(id)).toMatchObject({ status: 'EMITIDO', valor: 1_200 });
    await semEntregas();
    expect(await lancamentos(id, '&inclusiveEstornados=true')).toHaveLength(1);
    expect(await conta(id)).toMatchObject({ status: 'FECHADA', abertura: ENTRADA.toISOString() });
  });

  it('deve prever a conta em qualquer instante da estadia, e recusar o que fica fora dela', async () => {
    const id = await internar();
    expect((await previa(id, '&em=2026-06-20T15:00:00Z')).corpo.data).toMatchObject({
      ...{
        status: 'ABERTA',
        ate: '2026-06-20T15:00:00.000Z',
        valor: 1_400,
        vencimentoPrevisto: '2026-07-20',
      },
    });
    const { status, corpo } = await previa(id, '&em=2026-06-07T12:59:59Z');
    expect([status, corpo.error]).toEqual([
      422,
      [expect.objectContaining({ codigo: 'CONTA.EM_ANTES_DA_ENTRADA', campo: 'em' })],
    ]);
  });
});
