import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ContaResposta } from '../../src/modulos/financeiro/casos-de-uso/obter-conta.js';
import type { LancamentoResposta } from '../../src/modulos/financeiro/lancamento-resposta.js';
import type { PassoResposta } from '../../src/modulos/financeiro/casos-de-uso/listar-historico-do-lancamento.js';
import {
  ESTADOS_DO_LANCAMENTO,
  STATUS_DE_LANCAMENTO,
} from '../../src/modulos/financeiro/dominio/estados-do-lancamento.js';
import { PAPEIS } from '../../src/plataforma/seguranca/autor.js';
import { TokensDeAcesso } from '../../src/plataforma/seguranca/tokens-de-acesso.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { local } from '../apoio/estadia.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { HospitalDeTeste } from '../apoio/hospital-de-teste.js';
import { comoPapel } from '../apoio/papeis.js';

const LANCAMENTOS = '/v1/financeiro/lancamentos';
const [ANA, BIA] = [101, 102];

describe('/v1/financeiro/lancamentos: emissão, estorno e história', () => {
  let aplicacao: AplicacaoDeTeste;
  let hospital: HospitalDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    aplicacao.relogio.ajustar(local('10/06 10:00'));
    await aplicacao.entrar();
    hospital = await HospitalDeTeste.montar(aplicacao);
  });
  afterAll(() => aplicacao.encerrar());

  /** In the name of somebody of the billing office. */
  function comandar(quem: number, id: number, acao: string, corpo: object = {}, cabecalhos = {}) {
    const { token } = aplicacao.app.get(TokensDeAcesso).emitir({ usuarioId: quem, papeis: ['FATURAMENTO'] });
    const autorizacao = { authorization: `Bearer ${token}`, ...cabecalhos };
    return aplicacao.pedir<LancamentoResposta>('POST', `${LANCAMENTOS}/${id}/${acao}`, corpo, autorizacao);
  }
  const estornar = (quem: number, id: number) => comandar(quem, id, 'estornar', { motivo: 'Preço errado' });
  const listar = async (consulta: string): Promise<LancamentoResposta[]> =>
    (await aplicacao.get<LancamentoResposta[]>(`${LANCAMENTOS}?${consulta}`)).corpo.data;
  const historico = async (id: number) =>
    (await aplicacao.get<PassoResposta[]>(`${LANCAMENTOS}/${id}/historico`)).corpo.data;
  const precificar = (convenioId: number, valor: number) =>
    aplicacao.pedir('PATCH', `/v1/convenios/${convenioId}`, {
      diarias: [{ tipoLeito: 'ENFERMARIA', valor }],
    });

  async function cobrada(convenioId: number, admissao = '07/06 10:00'): Promise<LancamentoResposta> {
    const internacaoId = await hospital.internar('ENFERMARIA', { admitidaEm: local(admissao), convenioId });
    await hospital.darAlta(internacaoId, local('10/06 09:00'));
    return eventualmente(async () => {
      const [lancamento] = await listar(`origem=internacao:${internacaoId}`);
      expect(lancamento).toBeDefined();
      return lancamento!;
    });
  }

  it('deve emitir o rascunho quando o preço chega, e dizer antes o que falta', async () => {
    const convenioId = await hospital.convenio({});
    const { id } = await cobrada(convenioId);
    const recusa = await comandar(ANA, id, 'emitir');
    expect([recusa.status, recusa.corpo.error[0]!.codigo]).toEqual([409, 'LANCAMENTO.SEM_PRECO']);
    expect(recusa.corpo.error[0]!.message).toContain('Diária de enfermaria');

    await precificar(convenioId, 350.5);
    const { status, corpo } = await comandar(ANA, id, 'emitir');
    expect([status, corpo.data]).toEqual([
      200,
      expect.objectContaining({
        ...{ status: 'EMITIDO', valor: 1_051.5, autorId: ANA, versao: 2, acoes: ['estornar'] },
        ...{ emissao: '2026-06-10', vencimento: '2026-07-10' },
      }),
    ]);
    expect(
      (await historico(id)).map(({ acao, de, para, valor, autorId }) => [acao, de, para, valor, autorId]),
    ).toEqual([
      ['criar', null, 'RASCUNHO', 0, null],
      ['emitir', 'RASCUNHO', 'EMITIDO', 1_051.5, ANA],
    ]);
    const denovo = await comandar(ANA, id, 'emitir');
    expect([denovo.status, denovo.corpo.error[0]!.codigo]).toEqual([409, 'LANCAMENTO.TRANSICAO_INVALIDA']);
  });

  it('deve estornar e cobrar de novo na mesma hora, e mostrar um pelo outro', async () => {
    const convenioId = await hospital.convenio({ ENFERMARIA: 100 });
    const { id, origem, contaId } = await cobrada(convenioId);
    await precificar(convenioId, 120);
    const { status, corpo } = await estornar(ANA, id);
    expect([status, corpo.data]).toEqual([
      200,
      expect.objectContaining({ id, status: 'ESTORNADO', valor: 300, acoes: [], versao: 2 }),
    ]);
    const { substituidoPor } = corpo.data;
    expect(await listar(`origem=${origem}`)).toMatchObject([
      { id: substituidoPor, status: 'EMITIDO', valor: 360, autorId: ANA, substituidoPor: null, contaId },
    ]);
    expect(await listar(`origem=${origem}&inclusiveEstornados=true`)).toMatchObject([
      { id: substituidoPor },
      { id, substituidoPor },
    ]);
    expect((await historico(id)).map(({ acao, valor, motivo }) => [acao, valor, motivo])).toEqual([
      ['criar', 300, null],
      ['estornar', -300, 'Preço errado'],
    ]);
    const conta = await aplicacao.get<ContaResposta>(`/v1/financeiro/contas/${contaId}`);
    expect(conta.corpo.data).toMatchObject({
      id: contaId,
      status: 'FECHADA',
      lancamentoFinalId: substituidoPor,
    });
    expect(conta.cabecalhos.get('etag')).toMatch(new RegExp(`^"${conta.corpo.data.versao}-`));
  });

  it('deve recusar o estorno de quem emitiu, e aceitar o de outra pessoa', async () => {
    const convenioId = await hospital.convenio({});
    const { id } = await cobrada(convenioId);
    await precificar(convenioId, 100);
    await comandar(ANA, id, 'emitir');
    const recusa = await estornar(ANA, id);
    expect([recusa.status, recusa.corpo.error[0]!.codigo]).toEqual([
      403,
      'LANCAMENTO.ESTORNO_PELO_PROPRIO_AUTOR',
    ]);
    expect((await estornar(BIA, id)).status).toBe(200);
  });

  it('deve recusar o estorno sem motivo, o repetido, o de quem leu outra versão, e o que não existe', async () => {
    const { id } = await cobrada(await hospital.convenio({ ENFERMARIA: 100 }));
    const motivo = { motivo: 'Preço errado' };
    expect((await comandar(ANA, id, 'estornar', {})).corpo.error).toMatchObject([{ campo: 'motivo' }]);
    expect((await comandar(ANA, id, 'estornar', { motivo: 'x'.repeat(501) })).status).toBe(422);
    expect((await comandar(ANA, id, 'estornar', motivo, { 'if-match': '"7"' })).status).toBe(412);
    expect((await comandar(ANA, id, 'estornar', motivo, { 'if-match': '"1"' })).status).toBe(200);
    expect((await estornar(ANA, id)).status).toBe(409);
    expect((await estornar(ANA, 999_999)).status).toBe(404);
  });

  it('deve ordenar por vencimento e por valor, e filtrar pelo período do vencimento', async () => {
    const [curto, longo, semPreco] = [
      await hospital.convenio({ ENFERMARIA: 10 }, 5),
      await hospital.convenio({ ENFERMARIA: 1 }, 60),
      await hospital.convenio({}),
    ];
    const ids: Record<string, number> = {};
    for (const [nome, convenio] of Object.entries({ longo, curto, semPreco }))
      ids[nome] = (await cobrada(convenio)).id;
    const destes = async (consulta: string) => {
      const achados = (await listar(`${consulta}&limite=100`)).map(({ id }) => id);
      return Object.keys(ids)
        .sort((a, b) => achados.indexOf(ids[a]!) - achados.indexOf(ids[b]!))
        .filter((nome) => achados.includes(ids[nome]!));
    };
    expect(await destes('ordem=vencimento')).toEqual(['curto', 'longo']);
    expect(await destes('ordem=-vencimento')).toEqual(['longo', 'curto']);
    expect(await destes('ordem=valor')).toEqual(['semPreco', 'longo', 'curto']);
    expect(await destes('ordem=-valor')).toEqual(['curto', 'longo', 'semPreco']);
    // 10 June + 5 and + 60 days: 15 June and 10 August (9 August is a Sunday).
    expect(await destes('vencimentoDe=2026-06-15&vencimentoAte=2026-06-15')).toEqual(['curto']);
    expect(await destes('vencimentoDe=2026-06-16&ordem=vencimento')).toEqual(['longo']);
    expect(await destes('vencimentoAte=2026-08-09')).toEqual(['curto']);

    const percorrer = async (ordem: string) => {
      const vistos: number[] = [];
      for (let cursor = ''; ;) {
        const pagina = await aplicacao.get<{ id: number }[]>(
          `${LANCAMENTOS}?limite=2&ordem=${ordem}${cursor}`,
        );
        vistos.push(...pagina.corpo.data.map(({ id }) => id));
        if (pagina.corpo.meta.proximoCursor === null) return vistos;
        cursor = `&cursor=${pagina.corpo.meta.proximoCursor}`;
      }
    };
    for (const ordem of ['id', 'valor', '-valor', 'vencimento', '-vencimento'])
      expect(await percorrer(ordem)).toEqual((await listar(`limite=100&ordem=${ordem}`)).map(({ id }) => id));
  });

  it('deve haver uma rota para cada ação oferecida', async () => {
    const oferecidas = new Set(STATUS_DE_LANCAMENTO.flatMap((s) => ESTADOS_DO_LANCAMENTO.acoesDe(s)));
    expect([...oferecidas]).toEqual(['emitir', 'estornar']);
    for (const acao of oferecidas) {
      const { corpo } = await comandar(ANA, 999_999, acao, { motivo: 'Preço errado' });
      expect(corpo.error[0]!.codigo).toBe('LANCAMENTO.NAO_ENCONTRADO');
    }
  });

  it('deve deixar emitir e estornar ao faturamento, à gestão e ao administrador, e a mais ninguém', async () => {
    for (const acao of ['emitir', 'estornar']) {
      const abertas: string[] = [];
      for (const papel of PAPEIS) {
        const caminho = `${LANCAMENTOS}/999999/${acao}`;
        const { status } = await aplicacao.pedir(
          'POST',
          caminho,
          { motivo: 'x' },
          comoPapel(aplicacao, papel),
        );
        if (status !== 403) abertas.push(papel);
      }
      expect([acao, abertas]).toEqual([acao, ['ADMIN', 'GESTAO', 'FATURAMENTO']]);
    }
  });
});
