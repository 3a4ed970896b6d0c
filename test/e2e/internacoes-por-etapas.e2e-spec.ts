import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AltaPrevistaResposta } from '../../src/modulos/internacoes/casos-de-uso/listar-altas-previstas.js';
import type { MovimentacaoResposta } from '../../src/modulos/internacoes/casos-de-uso/listar-movimentacoes.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { comoPapel } from '../apoio/papeis.js';

const ALTA = { cidSaida: 'J18.0', motivoSaida: 'ALTA_MELHORADO' };
const HORA = 3_600_000;

describe('alta por etapas', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());

  const daquiA = (horas: number) => new Date(app.relogio.agora().getTime() + horas * HORA).toISOString();
  const previstas = async (consulta = '') =>
    (await app.get<AltaPrevistaResposta[]>(`/v1/internacoes/altas-previstas?${consulta}`)).corpo;

  it('deve contar uma saída inteira: prever, dar alta clínica, sair, e só então cobrar', async () => {
    const { id, leitoId } = await cenario.internar();
    const para = daquiA(5);
    expect(await cenario.comandar(id, 'prever-alta', { para })).toMatchObject({
      status: 'ALTA_PREVISTA',
      altaPrevistaPara: para,
      acoes: ['transferir', 'prever-alta', 'cancelar-previsao', 'alta-clinica', 'alta'],
    });
    const clinica = await cenario.comandar(id, 'alta-clinica', ALTA);
    expect(clinica).toMatchObject({ status: 'ALTA_CLINICA', cidSaida: 'J180', saidaEm: null, leitoId });
    expect((await app.get(`/v1/leitos/${leitoId}`)).corpo.data.status).toBe('OCUPADO');
    const cobranca = `/v1/financeiro/lancamentos?origem=internacao:${id}`;
    expect((await app.get<unknown[]>(cobranca)).corpo.data).toEqual([]);

    expect(await cenario.comandar(id, 'saida')).toMatchObject({
      status: 'ENCERRADA',
      altaPrevistaPara: para,
    });
    expect((await app.get(`/v1/leitos/${leitoId}`)).corpo.data.status).toBe('AGUARDANDO_LIMPEZA');
    await eventualmente(async () => expect((await app.get<unknown[]>(cobranca)).corpo.data).toHaveLength(1));
    const historia = await app.get<MovimentacaoResposta[]>(`/v1/internacoes/${id}/movimentacoes`);
    expect(historia.corpo.data.map((m) => [m.tipo, m.estadoNovo, m.previstoPara, m.deLeitoId])).toEqual([
      ['ADMISSAO', 'INTERNADA', null, null],
      ['PREVISAO_DE_ALTA', 'ALTA_PREVISTA', para, null],
      ['ALTA_CLINICA', 'ALTA_CLINICA', null, null],
      ['SAIDA', 'ENCERRADA', null, leitoId],
    ]);
  });

  it('deve listar quem está para sair, primeiro quem deve sair primeiro, com o que falta', async () => {
    const uti = await app.criar('/v1/setores', { nome: 'UTI' });
    const setorId = `setorId=${uti.id}`;
    const internar = async () => cenario.internar({ leitoId: await cenario.leito({ setorId: uti.id }) });
    const [tarde, cedo, semPrevisao, desistiu] = [
      await internar(),
      await internar(),
      await internar(),
      await internar(),
    ];
    await cenario.comandar(tarde.id, 'prever-alta', { para: daquiA(48) });
    await cenario.comandar(cedo.id, 'prever-alta', { para: daquiA(2) });
    await cenario.comandar(semPrevisao.id, 'alta-clinica', ALTA);
    await cenario.comandar(desistiu.id, 'prever-alta', { para: daquiA(1) });
    await cenario.comandar(desistiu.id, 'cancelar-previsao', { motivo: 'Febre' });

    const ordem = [semPrevisao.id, cedo.id, tarde.id];
    const { data } = await previstas(setorId);
    expect(data.map(({ internacaoId }) => internacaoId)).toEqual(ordem);
    expect(data.map((a) => [a.status, a.atrasada, a.pendencias])).toEqual([
      ['ALTA_CLINICA', false, ['SAIDA']],
      ['ALTA_PREVISTA', false, ['ALTA_CLINICA', 'SAIDA']],
      ['ALTA_PREVISTA', false, ['ALTA_CLINICA', 'SAIDA']],
    ]);
    expect(data[1]).toMatchObject({
      pacienteId: cedo.pacienteId,
      leitoId: cedo.leitoId,
      leitoNumero: expect.stringMatching(/^L-/),
      setorId: uti.id,
      altaClinicaEm: null,
    });
    const primeira = await previstas(`${setorId}&limite=2`);
    const segunda = await previstas(`${setorId}&limite=2&cursor=${primeira.meta.proximoCursor}`);
    expect([...primeira.data, ...segunda.data].map((a) => a.internacaoId)).toEqual(ordem);
    const ate = await previstas(`${setorId}&ate=${daquiA(3)}`);
    expect(ate.data.map((a) => a.internacaoId)).toEqual([semPrevisao.id, cedo.id]);
    expect((await previstas(`setorId=${cenario.setorId}`)).data).toEqual([]);

    app.relogio.avancar(3 * HORA);
    await app.entrar();
    expect((await previstas(setorId)).data.map((a) => a.atrasada)).toEqual([false, true, false]);
    await cenario.comandar(cedo.id, 'alta', ALTA);
    expect((await previstas(setorId)).data.map((a) => a.internacaoId)).toEqual([semPrevisao.id, tarde.id]);
  });

  it('deve recusar com o código de cada erro', async () => {
    const { id } = await cenario.internar();
    const codigo = async (comando: string, corpo: unknown) => {
      const { status, corpo: resposta } = await app.post(`/v1/internacoes/${id}/${comando}`, corpo);
      return [status, resposta.error?.[0]?.codigo];
    };
    expect(await codigo('prever-alta', { para: '2020-01-01T00:00:00Z' })).toEqual([
      422,
      'INTERNACAO.PREVISAO_NO_PASSADO',
    ]);
    expect(await codigo('prever-alta', {})).toEqual([422, 'PLATAFORMA.CAMPO_INVALIDO']);
    expect(await codigo('saida', {})).toEqual([409, 'INTERNACAO.TRANSICAO_INVALIDA']);
    expect(await codigo('cancelar-previsao', {})).toEqual([409, 'INTERNACAO.TRANSICAO_INVALIDA']);
    expect(await codigo('alta-clinica', { ...ALTA, motivoSaida: 'PERMANENCIA' })).toEqual([
      422,
      'INTERNACAO.MOTIVO_NAO_E_SAIDA',
    ]);
    expect(await codigo('alta-clinica', { ...ALTA, em: daquiA(1) })).toEqual([
      422,
      'INTERNACAO.DATA_NO_FUTURO',
    ]);
  });

  it('deve deixar a alta clínica com quem assiste, e a saída também com a recepção', async () => {
    const { id } = await cenario.internar();
    const como = async (papel: 'RECEPCAO' | 'MEDICO', comando: string, corpo: unknown) =>
      (await app.pedir('POST', `/v1/internacoes/${id}/${comando}`, corpo, comoPapel(app, papel))).status;
    expect(await como('RECEPCAO', 'alta-clinica', ALTA)).toBe(403);
    expect(await como('RECEPCAO', 'prever-alta', { para: daquiA(1) })).toBe(403);
    expect(await como('MEDICO', 'alta-clinica', ALTA)).toBe(200);
    expect(await como('RECEPCAO', 'saida', {})).toBe(200);
  });

  it('deve sair uma vez só quem sai 10 vezes ao mesmo tempo', async () => {
    const { id } = await cenario.internar();
    await cenario.comandar(id, 'alta-clinica', ALTA);
    const respostas = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        i % 2 ? app.post(`/v1/internacoes/${id}/saida`) : app.post(`/v1/internacoes/${id}/alta`, ALTA),
      ),
    );
    expect(respostas.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
    const saidas = (await cenario.eventos(id)).filter(([tipo]) => tipo === 'internacoes.alta-concedida');
    expect(saidas).toHaveLength(1);
  });
});
