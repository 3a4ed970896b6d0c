import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LancamentoResposta } from '../../src/modulos/financeiro/lancamento-resposta.js';
import type { PreviaDaContaResposta } from '../../src/modulos/financeiro/casos-de-uso/prever-conta.js';
import { PAPEIS } from '../../src/plataforma/seguranca/autor.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { local } from '../apoio/estadia.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { HospitalDeTeste } from '../apoio/hospital-de-teste.js';
import { comoPapel } from '../apoio/papeis.js';

const LINHAS = [
  {
    ...{ tipo: 'DIARIA', descricao: 'Diária de enfermaria', data: '2026-06-07' },
    ...{ quantidade: 2, valorUnitario: 350.5, valor: 701 },
  },
  {
    ...{ tipo: 'DIARIA', descricao: 'Diária de UTI adulto', data: '2026-06-09' },
    ...{ quantidade: 1, valorUnitario: 1_800, valor: 1_800 },
  },
];

describe('/v1/financeiro', () => {
  let aplicacao: AplicacaoDeTeste;
  let hospital: HospitalDeTeste;
  let convenioId: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    aplicacao.relogio.ajustar(local('10/06 10:00'));
    await aplicacao.entrar();
    hospital = await HospitalDeTeste.montar(aplicacao);
    convenioId = await hospital.convenio({ ENFERMARIA: 350.5, UTI_ADULTO: 1_800 });
  });
  afterAll(() => aplicacao.encerrar());

  const listar = async (consulta: string): Promise<LancamentoResposta[]> =>
    (await aplicacao.get<LancamentoResposta[]>(`/v1/financeiro/lancamentos?${consulta}`)).corpo.data;
  const prever = (internacaoId: number | string) =>
    aplicacao.get<PreviaDaContaResposta>(`/v1/financeiro/contas/previa?internacaoId=${internacaoId}`);
  const contas = async (internacaoId: number) =>
    (await aplicacao.get<object[]>(`/v1/financeiro/contas?internacaoId=${internacaoId}`)).corpo.data;

  async function internarETransferir(convenio: number): Promise<number> {
    const internacaoId = await hospital.internar('ENFERMARIA', {
      admitidaEm: local('07/06 10:00'),
      convenioId: convenio,
    });
    await hospital.transferir(internacaoId, 'UTI_ADULTO', local('09/06 15:00'));
    return internacaoId;
  }

  async function encerrada(
    convenio = convenioId,
  ): Promise<{ internacaoId: number; lancamento: LancamentoResposta }> {
    const internacaoId = await internarETransferir(convenio);
    await hospital.darAlta(internacaoId, local('10/06 09:00'));
    const lancamento = await eventualmente(async () => {
      const achados = await listar(`origem=internacao:${internacaoId}`);
      expect(achados).toHaveLength(1);
      return achados[0]!;
    });
    return { internacaoId, lancamento };
  }

  it('deve gerar da alta exatamente um lançamento, com as linhas e o total certos', async () => {
    const { internacaoId, lancamento } = await encerrada();
    expect(lancamento).toEqual({
      ...{ id: expect.any(Number), tipo: 'FINAL', origem: `internacao:${internacaoId}`, status: 'EMITIDO' },
      ...{ valor: 2_501, convenioId, pacienteId: expect.any(Number), contaId: expect.any(Number) },
      ...{ acoes: ['estornar'], autorId: null, substituidoPor: null, versao: 1 },
      ...{ emissao: '2026-06-10', vencimento: '2026-07-10', linhas: LINHAS },
    });
    expect((await aplicacao.get(`/v1/financeiro/lancamentos/${lancamento.id}`)).corpo.data).toEqual(
      lancamento,
    );
    await eventualmente(async () => {
      const pendentes = await aplicacao.get<object[]>('/v1/entregas?status=PENDENTE');
      expect(pendentes.corpo.data).toEqual([]);
    });
    expect(await listar(`origem=internacao:${internacaoId}&inclusiveEstornados=true`)).toEqual([lancamento]);
    expect(await contas(internacaoId)).toMatchObject([
      { status: 'FECHADA', abertura: '2026-06-07T13:00:00.000Z', fechamento: '2026-06-10T12:00:00.000Z' },
    ]);
  });

  it('deve abrir a conta ao internar e prever a cada instante o que se deve', async () => {
    const internacaoId = await internarETransferir(convenioId);
    await eventualmente(async () =>
      expect(await contas(internacaoId)).toMatchObject([{ status: 'ABERTA', fechamento: null }]),
    );
    // Now is 10 June, 10:00: before the turn hour.
    const { status, corpo } = await prever(internacaoId);
    expect([status, corpo.data]).toEqual([
      200,
      {
        ...{ internacaoId, status: 'ABERTA', lancamentoId: null, pacienteId: expect.any(Number), convenioId },
        ...{ entrada: '2026-06-07T13:00:00.000Z', ate: expect.stringContaining('2026-06-10T13:') },
        ...{ valor: 2_501, semPreco: false, vencimentoPrevisto: '2026-07-10', linhas: LINHAS },
      },
    ]);
    expect(await listar(`origem=internacao:${internacaoId}`)).toEqual([]);
  });

  it('deve mostrar na prévia de uma conta fechada a conta final, mesmo que os preços mudem depois', async () => {
    const { internacaoId, lancamento } = await encerrada();
    await aplicacao.pedir('PATCH', `/v1/convenios/${convenioId}`, {
      diarias: [
        { tipoLeito: 'ENFERMARIA', valor: 1 },
        { tipoLeito: 'UTI_ADULTO', valor: 1 },
      ],
    });
    const { corpo } = await prever(internacaoId);
    expect(corpo.data).toMatchObject({
      ...{ status: 'FECHADA', lancamentoId: lancamento.id, ate: '2026-06-10T12:00:00.000Z' },
      ...{ valor: 2_501, semPreco: false, vencimentoPrevisto: '2026-07-10', linhas: LINHAS },
    });
    await aplicacao.pedir('PATCH', `/v1/convenios/${convenioId}`, {
      diarias: [
        { tipoLeito: 'ENFERMARIA', valor: 350.5 },
        { tipoLeito: 'UTI_ADULTO', valor: 1_800 },
      ],
    });
  });

  it('deve deixar em rascunho, com a linha marcada, o que não tem preço', async () => {
    const { lancamento } = await encerrada(await hospital.convenio({ ENFERMARIA: 350.5 }));
    expect(lancamento).toMatchObject({ status: 'RASCUNHO', valor: 701, emissao: null, vencimento: null });
    expect(lancamento.linhas).toEqual([
      LINHAS[0],
      { ...LINHAS[1], valorUnitario: 0, valor: 0, semPreco: true },
    ]);
  });

  it('deve filtrar por situação, convênio e paciente, e paginar com as linhas de cada um', async () => {
    const outro = await hospital.convenio({ ENFERMARIA: 1, UTI_ADULTO: 1 });
    const { lancamento: primeiro } = await encerrada(outro);
    const { lancamento: segundo } = await encerrada(outro);
    expect(await listar(`convenioId=${outro}`)).toEqual([segundo, primeiro]);
    expect(await listar(`convenioId=${outro}&status=RASCUNHO`)).toEqual([]);
    expect(await listar(`pacienteId=${primeiro.pacienteId}`)).toEqual([primeiro]);
    const pagina = await aplicacao.get<object[]>(`/v1/financeiro/lancamentos?convenioId=${outro}&limite=1`);
    expect(pagina.corpo.data).toEqual([segundo]);
    expect(await listar(`convenioId=${outro}&limite=1&cursor=${pagina.corpo.meta.proximoCursor}`)).toEqual([
      primeiro,
    ]);
  });

  it('deve esconder os estornados, salvo quando pedidos', async () => {
    const { internacaoId, lancamento } = await encerrada();
    await aplicacao.unidade.executar((tx) =>
      tx.executar("UPDATE lancamentos SET status = 'ESTORNADO', ativo = NULL WHERE id = ?", [lancamento.id]),
    );
    expect(await listar(`origem=internacao:${internacaoId}`)).toEqual([]);
    expect(await listar(`origem=internacao:${internacaoId}&inclusiveEstornados=true`)).toEqual([
      { ...lancamento, status: 'ESTORNADO', acoes: [] },
    ]);
  });

  it.each([
    ['/v1/financeiro/lancamentos/999999', 404],
    ['/v1/financeiro/lancamentos/abc', 404],
    ['/v1/financeiro/lancamentos/999999/historico', 404],
    ['/v1/financeiro/contas/999999', 404],
    ['/v1/financeiro/contas/previa?internacaoId=999999', 404],
    ['/v1/financeiro/contas/previa', 400],
    ['/v1/financeiro/contas/previa?internacaoId=abc', 400],
    ['/v1/financeiro/contas?status=PAGA', 400],
    ['/v1/financeiro/lancamentos?origem=leito', 400],
    ['/v1/financeiro/lancamentos?status=PENDENTE', 400],
    ['/v1/financeiro/lancamentos?inclusiveEstornados=sim', 400],
    ['/v1/financeiro/lancamentos?limite=0', 400],
    ['/v1/financeiro/lancamentos?ordem=convenio', 400],
    ['/v1/financeiro/lancamentos?vencimentoDe=2026-02-30', 400],
    ['/v1/financeiro/contas/previa?internacaoId=1&em=ontem', 400],
  ])('deve responder a %s com %d', async (caminho, esperado) => {
    const { status, corpo } = await aplicacao.get(caminho);
    expect([status, corpo.error.length]).toEqual([esperado, 1]);
  });

  it('deve abrir as rotas ao faturamento, à gestão e ao administrador, e a mais ninguém', async () => {
    for (const caminho of [
      'lancamentos',
      'lancamentos/999999',
      'lancamentos/999999/historico',
      'contas',
      'contas/999999',
      'contas/previa?internacaoId=999999',
    ]) {
      const abertas: string[] = [];
      for (const papel of PAPEIS) {
        const { status } = await aplicacao.pedir(
          'GET',
          `/v1/financeiro/${caminho}`,
          undefined,
          comoPapel(aplicacao, papel),
        );
        if (status !== 403) abertas.push(papel);
      }
      const doPaciente =
        caminho.startsWith('lancamentos') && !caminho.includes('historico') ? ['PACIENTE'] : [];
      expect([caminho, abertas]).toEqual([caminho, ['ADMIN', 'GESTAO', 'FATURAMENTO', ...doPaciente]]);
    }
  });
});
