import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { comoPapel } from '../apoio/papeis.js';

const MOTIVO = { motivo: 'Registrada para o paciente errado.' };

describe('cancelamento de internação', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());

  const conta = async (id: number) =>
    (await app.consultar('SELECT status FROM contas WHERE internacao_id = ?', [id]))[0]?.status;

  it('deve fazer de conta que nunca houve: leito, paciente, período, conta', async () => {
    const admitidaEm = '2026-05-01T10:00:00.000Z';
    const { id, leitoId, pacienteId } = await cenario.internar({ admitidaEm });
    await eventualmente(async () => expect(await conta(id)).toBe('ABERTA'));
    expect(await cenario.comandar(id, 'cancelar', MOTIVO)).toMatchObject({
      status: 'CANCELADA',
      admitidaEm,
      leitoId: null,
      acoes: [],
    });
    expect((await app.get(`/v1/leitos/${leitoId}`)).corpo.data.status).toBe('AGUARDANDO_LIMPEZA');
    await eventualmente(async () => expect(await conta(id)).toBe('CANCELADA'));
    expect((await app.get(`/v1/financeiro/contas/previa?internacaoId=${id}`)).status).toBe(404);
    expect(
      (await app.get<unknown[]>(`/v1/financeiro/lancamentos?origem=internacao:${id}`)).corpo.data,
    ).toEqual([]);

    for (const comando of ['iniciar-limpeza', 'concluir-limpeza'])
      await app.post(`/v1/leitos/${leitoId}/${comando}`);
    const certa = await cenario.internar({ pacienteId, leitoId: leitoId!, admitidaEm });
    expect(certa).toMatchObject({ status: 'INTERNADA', leitoId });
    const todas = await app.get<{ id: number }[]>(`/v1/internacoes?pacienteId=${pacienteId}`);
    expect(todas.corpo.data.map((i) => i.id).sort()).toEqual([id, certa.id]);
  });

  it('deve guardar quem cancelou e por quê', async () => {
    const { id } = await cenario.internar();
    await cenario.comandar(id, 'cancelar', MOTIVO);
    const historia = await app.get<{ tipo: string; motivo: string; autorId: number }[]>(
      `/v1/internacoes/${id}/movimentacoes`,
    );
    expect(historia.corpo.data.at(-1)).toMatchObject({ tipo: 'CANCELAMENTO', ...MOTIVO, autorId: 1 });
  });

  it('deve recusar sem motivo, duas vezes, com alta à vista, ou a quem não pode', async () => {
    const { id } = await cenario.internar();
    expect((await app.post(`/v1/internacoes/${id}/cancelar`)).status).toBe(422);
    const faturamento = comoPapel(app, 'FATURAMENTO');
    expect((await app.pedir('POST', `/v1/internacoes/${id}/cancelar`, MOTIVO, faturamento)).status).toBe(403);
    await cenario.comandar(id, 'prever-alta', { para: '2100-01-01T00:00:00Z' });
    const prevista = await app.post(`/v1/internacoes/${id}/cancelar`, MOTIVO);
    expect([prevista.status, prevista.corpo.error[0]!.message]).toEqual([
      409,
      expect.stringContaining('cancelar-previsao'),
    ]);
    await cenario.comandar(id, 'cancelar-previsao');
    const recepcao = comoPapel(app, 'RECEPCAO');
    expect((await app.pedir('POST', `/v1/internacoes/${id}/cancelar`, MOTIVO, recepcao)).status).toBe(200);
    const outraVez = await app.post(`/v1/internacoes/${id}/cancelar`, MOTIVO);
    expect([outraVez.status, outraVez.corpo.error[0]!.codigo]).toEqual([
      409,
      'INTERNACAO.TRANSICAO_INVALIDA',
    ]);
  });

  it('deve pôr em ordem o cancelamento e a alta que se cruzam', async () => {
    const alta = { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO' };
    for (let vez = 0; vez < 5; vez++) {
      const { id, leitoId } = await cenario.internar();
      const [cancelada, encerrada] = await Promise.all([
        app.post(`/v1/internacoes/${id}/cancelar`, MOTIVO),
        app.post(`/v1/internacoes/${id}/alta`, alta),
      ]);
      expect([cancelada.status, encerrada.status].sort()).toEqual([200, 409]);
      const [leito] = await app.consultar('SELECT status FROM leitos WHERE id = ?', [leitoId]);
      expect(leito!.status).toBe('AGUARDANDO_LIMPEZA');
    }
  });
});
