import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MovimentacaoResposta } from '../../src/modulos/internacoes/casos-de-uso/listar-movimentacoes.js';
import type { InternacaoResposta } from '../../src/modulos/internacoes/casos-de-uso/obter-internacao.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { comoPapel } from '../apoio/papeis.js';

describe('/v1/internacoes', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());

  const caminhos = async (consulta: string) =>
    (await app.get<InternacaoResposta[]>(`/v1/internacoes?${consulta}`)).corpo;

  it('deve contar uma internação inteira: internar, corrigir, transferir, dar alta', async () => {
    const pedido = await cenario.pedido({ cidEntrada: 'j18.9', admitidaEm: '2026-06-01T10:00:00-03:00' });
    const admissao = await app.post<InternacaoResposta>('/v1/internacoes', pedido);
    expect(admissao.status).toBe(201);
    const { id } = admissao.corpo.data;
    expect(admissao.cabecalhos.get('location')).toBe(`/v1/internacoes/${id}`);
    expect(admissao.corpo.data).toMatchObject({
      status: 'INTERNADA',
      carater: 'URGENCIA',
      cidEntrada: 'J189',
      admitidaEm: '2026-06-01T13:00:00.000Z',
      saidaEm: null,
      motivoSaida: null,
      setorId: cenario.setorId,
    });

    const corrigida = await app.pedir<InternacaoResposta>('PATCH', `/v1/internacoes/${id}`, {
      cidEntrada: 'I10',
      observacao: 'Alérgica a dipirona.',
    });
    expect([corrigida.status, corrigida.corpo.data.cidEntrada]).toEqual([200, 'I10']);

    const destino = await cenario.leito();
    const transferida = await app.post<InternacaoResposta>(`/v1/internacoes/${id}/transferir`, {
      leitoId: destino,
      motivo: 'Isolamento',
      em: '2026-06-02T10:00:00-03:00',
    });
    expect([transferida.status, transferida.corpo.data.leitoId]).toEqual([200, destino]);

    const alta = await app.post<InternacaoResposta>(`/v1/internacoes/${id}/alta`, {
      cidSaida: 'I10',
      motivoSaida: 'ALTA_MELHORADO',
      em: '2026-06-05T09:00:00-03:00',
    });
    expect(alta.status).toBe(200);
    expect(alta.corpo.data).toMatchObject({
      status: 'ENCERRADA',
      saidaEm: '2026-06-05T12:00:00.000Z',
      motivoSaida: 'ALTA_MELHORADO',
      cidSaida: 'I10',
      leitoId: destino,
      acoes: ['reabrir'],
    });
    expect((await app.get(`/v1/internacoes/${id}`)).corpo.data).toEqual(alta.corpo.data);

    const historia = await app.get<MovimentacaoResposta[]>(`/v1/internacoes/${id}/movimentacoes`);
    expect(
      historia.corpo.data.map((m) => [
        m.ordem,
        m.tipo,
        m.estadoAnterior,
        m.estadoNovo,
        m.deLeitoId,
        m.paraLeitoId,
        m.em,
      ]),
    ).toEqual([
      [1, 'ADMISSAO', null, 'INTERNADA', null, pedido.leitoId, '2026-06-01T13:00:00.000Z'],
      [2, 'TRANSFERENCIA', 'INTERNADA', 'INTERNADA', pedido.leitoId, destino, '2026-06-02T13:00:00.000Z'],
      [3, 'ALTA', 'INTERNADA', 'ENCERRADA', destino, null, '2026-06-05T12:00:00.000Z'],
    ]);
    const leito = await app.get(`/v1/leitos/${destino}`);
    expect(leito.corpo.data.status).toBe('AGUARDANDO_LIMPEZA');
  });

  it('deve mostrar cada código de recusa com o campo e uma frase', async () => {
    const { pacienteId, leitoId } = await cenario.internar();
    const ocupado = await app.post('/v1/internacoes', await cenario.pedido({ leitoId: leitoId! }));
    expect(ocupado.status).toBe(409);
    expect(ocupado.corpo.error).toEqual([
      {
        title: 'HttpConflictError',
        codigo: 'INTERNACAO.LEITO_OCUPADO',
        campo: 'leitoId',
        message: expect.stringMatching(/já está ocupado\.$/),
      },
    ]);
    const dentro = await app.post('/v1/internacoes', await cenario.pedido({ pacienteId }));
    expect([dentro.status, dentro.corpo.error[0]!.codigo]).toEqual([409, 'INTERNACAO.PACIENTE_JA_INTERNADO']);
  });

  it.each([
    [{ cidEntrada: 'X' }, 'cidEntrada'],
    [{ cidEntrada: 'J18.9.1' }, 'cidEntrada'],
    [{ carater: 'ELETIVA' }, 'carater'],
    [{ observacao: 'a'.repeat(2001) }, 'observacao'],
    [{ admitidaEm: '2026-06-01' }, 'admitidaEm'],
    [{ medicoId: 0 }, 'medicoId'],
    [{ status: 'ENCERRADA' }, 'status'],
  ])('deve recusar com 422 o corpo com %j', async (errado, campo) => {
    const { status, corpo } = await app.post('/v1/internacoes', {
      pacienteId: 1,
      medicoId: 1,
      leitoId: 1,
      cidEntrada: 'J189',
      ...errado,
    });
    expect([status, corpo.error.map((e) => e.campo)]).toEqual([422, [campo]]);
  });

  it('deve listar da mais recente à mais antiga, por página, com filtros', async () => {
    const outroSetor = await app.criar('/v1/setores', { nome: 'UTI' });
    const leitoId = await cenario.leito({ setorId: outroSetor.id });
    const pacienteId = await cenario.paciente();
    const pedido = { pacienteId, leitoId };
    const antiga = await cenario.internar({ ...pedido, admitidaEm: '2026-01-01T00:00:00Z' });
    await app.post(`/v1/internacoes/${antiga.id}/alta`, {
      cidSaida: 'J189',
      motivoSaida: 'ALTA_CURADO',
      em: '2026-01-03T00:00:00Z',
    });
    const nova = await cenario.internar({ pacienteId, admitidaEm: '2026-02-01T00:00:00Z' });

    const doPaciente = await caminhos(`pacienteId=${pacienteId}&limite=1`);
    expect(doPaciente.data.map((i) => i.id)).toEqual([nova.id]);
    const seguinte = await caminhos(
      `pacienteId=${pacienteId}&limite=1&cursor=${doPaciente.meta.proximoCursor}`,
    );
    expect([seguinte.data.map((i) => i.id), seguinte.meta.proximoCursor]).toEqual([[antiga.id], null]);

    const achados = async (consulta: string) => (await caminhos(consulta)).data.map((i) => i.id);
    const [setor, paciente] = [`setorId=${outroSetor.id}`, `pacienteId=${pacienteId}`];
    expect(await achados(setor)).toEqual([antiga.id]);
    expect(await achados(`${setor}&status=ENCERRADA`)).toEqual([antiga.id]);
    expect(await achados(`${setor}&status=INTERNADA`)).toEqual([]);
    expect(await achados(`${paciente}&status=INTERNADA`)).toEqual([nova.id]);
    expect(await achados(`${paciente}&${setor}`)).toEqual([antiga.id]);
    expect(await achados(`${paciente}&setorId=${cenario.setorId}&status=ENCERRADA`)).toEqual([]);
    // A transfer takes the stay to the setor of its new bed.
    const livre = await cenario.leito({ setorId: outroSetor.id });
    await app.post(`/v1/internacoes/${nova.id}/transferir`, { leitoId: livre, motivo: 'Piora' });
    expect(await achados(`${setor}&status=INTERNADA`)).toEqual([nova.id]);
    const todas = (await caminhos('limite=100')).data.map((i) => i.admitidaEm);
    expect(todas).toEqual([...todas].sort().reverse());
    expect((await app.get('/v1/internacoes?status=ALTA')).status).toBe(400);
  });

  it('deve responder 404 ao que não existe', async () => {
    const semCorpo = [
      '/v1/internacoes/999999',
      '/v1/internacoes/999999/movimentacoes',
      '/v1/internacoes/abc',
    ];
    expect(await Promise.all(semCorpo.map(async (c) => (await app.get(c)).status))).toEqual([404, 404, 404]);
    const alta = await app.post('/v1/internacoes/999999/alta', { cidSaida: 'J189', motivoSaida: 'OBITO' });
    expect([alta.status, alta.corpo.error[0]!.codigo]).toEqual([404, 'INTERNACAO.NAO_ENCONTRADA']);
  });

  it('deve deixar a alta com quem assiste o paciente', async () => {
    const { id } = await cenario.internar();
    const darAlta = (papel: 'RECEPCAO' | 'ENFERMAGEM') =>
      app.pedir(
        'POST',
        `/v1/internacoes/${id}/alta`,
        { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO' },
        comoPapel(app, papel),
      );
    expect((await darAlta('RECEPCAO')).status).toBe(403);
    expect((await darAlta('ENFERMAGEM')).status).toBe(200);
    expect(
      (await app.pedir('GET', `/v1/internacoes/${id}`, undefined, comoPapel(app, 'PACIENTE'))).status,
    ).toBe(404);
    expect(
      (await app.pedir('GET', `/v1/internacoes/${id}`, undefined, comoPapel(app, 'FATURAMENTO'))).status,
    ).toBe(200);
  });
});
