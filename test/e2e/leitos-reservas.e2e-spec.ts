import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LeitoResposta } from '../../src/modulos/leitos/casos-de-uso/obter-leito.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { eventualmente } from '../apoio/eventualmente.js';

describe('reservas de leito', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());

  const reservar = (id: number, corpo: object) => app.post<LeitoResposta>(`/v1/leitos/${id}/reservar`, corpo);
  const leito = async (id: number) => (await app.get<LeitoResposta>(`/v1/leitos/${id}`)).corpo.data;
  const recusa = async (resposta: ReturnType<typeof reservar>) => {
    const { status, corpo } = await resposta;
    return [status, corpo.error[0]!.codigo, corpo.error[0]!.campo];
  };

  it('deve reservar para quem espera, mostrar para qual solicitação, e admiti-lo no leito', async () => {
    const [id, outro] = [await cenario.leito(), await cenario.leito()];
    const { id: solicitacaoId, pacienteId } = await cenario.solicitar();
    const { status, corpo } = await reservar(id, { solicitacaoId });
    expect([status, corpo.data.status, corpo.data.reservaSolicitacaoId]).toEqual([
      200,
      'RESERVADO',
      solicitacaoId,
    ]);
    expect(JSON.stringify(corpo.data)).not.toContain('paciente');
    expect(await recusa(reservar(outro, { pacienteId }))).toEqual([
      409,
      'LEITO.PACIENTE_JA_TEM_RESERVA',
      'pacienteId',
    ]);
    const outroPaciente = await app.post('/v1/internacoes', await cenario.pedido({ leitoId: id }));
    expect([outroPaciente.status, outroPaciente.corpo.error[0]!.codigo]).toEqual([
      409,
      'INTERNACAO.LEITO_INDISPONIVEL',
    ]);
    await cenario.comandar(solicitacaoId, 'admitir', { leitoId: id });
    expect(await leito(id)).toMatchObject({
      status: 'OCUPADO',
      reservaSolicitacaoId: null,
      reservaExpiraEm: null,
    });
  });

  it('deve liberar sozinho o leito reservado para uma solicitação recusada', async () => {
    const id = await cenario.leito();
    const { id: solicitacaoId } = await cenario.solicitar();
    await reservar(id, { solicitacaoId });
    await cenario.comandar(solicitacaoId, 'recusar', { motivo: 'sem indicação' });
    await eventualmente(async () => expect(await leito(id)).toMatchObject({ status: 'LIVRE' }));
    const eventos = await app.get<{ tipo: string }[]>(`/v1/eventos?agregado=leito:${id}`);
    expect(eventos.corpo.data.map(({ tipo }) => tipo)).toContain('leitos.leito-liberado');
    expect(await recusa(reservar(id, { solicitacaoId }))).toEqual([
      422,
      'LEITO.SOLICITACAO_ENCERRADA',
      'solicitacaoId',
    ]);
  });

  it('deve liberar sozinho o leito reservado para quem foi admitido em outro', async () => {
    const [id, outro] = [await cenario.leito(), await cenario.leito()];
    const { id: solicitacaoId } = await cenario.solicitar();
    await reservar(id, { solicitacaoId });
    await cenario.comandar(solicitacaoId, 'admitir', { leitoId: outro });
    await eventualmente(async () => expect(await leito(id)).toMatchObject({ status: 'LIVRE' }));
    expect(await leito(outro)).toMatchObject({ status: 'OCUPADO' });
  });

  it('deve recusar o que não existe ou não combina, e reservar sem dizer para quem', async () => {
    const id = await cenario.leito();
    const { id: solicitacaoId } = await cenario.solicitar();
    const pacienteId = await cenario.paciente();
    expect(await recusa(reservar(id, { solicitacaoId: 999_999 }))).toEqual([
      422,
      'LEITO.SOLICITACAO_NAO_ENCONTRADA',
      'solicitacaoId',
    ]);
    expect(await recusa(reservar(id, { solicitacaoId, pacienteId }))).toEqual([
      422,
      'LEITO.SOLICITACAO_DE_OUTRO_PACIENTE',
      'pacienteId',
    ]);
    expect((await reservar(id, {})).corpo.data).toMatchObject({
      status: 'RESERVADO',
      reservaSolicitacaoId: null,
    });
  });
});
