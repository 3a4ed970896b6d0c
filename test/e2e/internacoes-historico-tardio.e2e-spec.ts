import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InternacaoResposta } from '../../src/modulos/internacoes/casos-de-uso/obter-internacao.js';
import { AplicacaoDeTeste, type Resposta } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { eventualmente } from '../apoio/eventualmente.js';

const dia = (n: number): string => new Date(Date.UTC(2026, 4, n, 13)).toISOString();
const alta = (n: number) => ({ cidSaida: 'J18.0', motivoSaida: 'ALTA_CURADO', em: dia(n) });

describe('histórico lançado depois', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
    app.relogio.ajustar(new Date('2026-06-10T12:00:00.000Z'));
  });
  afterAll(() => app.encerrar());

  const lancar = async (mais: Record<string, unknown> = {}): Promise<Resposta<InternacaoResposta>> => {
    const pedido = { ...(await cenario.pedido(mais)), admitidaEm: dia(1), alta: alta(5), ...mais };
    return app.post<InternacaoResposta>('/v1/internacoes', pedido);
  };
  const codigo = ({ status, corpo }: Resposta<InternacaoResposta>) => [status, corpo.error?.[0]?.codigo];

  it('deve cobrar uma vez a estadia passada, com as diárias de cada leito', async () => {
    const convenio = await app.criar('/v1/convenios', {
      nome: 'Saúde',
      tipoPlano: 'FAMILIAR',
      diarias: [
        { tipoLeito: 'ENFERMARIA', valor: 100 },
        { tipoLeito: 'UTI_ADULTO', valor: 1000 },
      ],
    });
    const uti = await cenario.leito({ tipo: 'UTI_ADULTO' });
    const passada = await lancar({
      convenioId: convenio.id,
      transferencias: [{ leitoId: uti, motivo: 'Piora', em: dia(3) }],
    });
    expect(passada.status).toBe(201);
    const { id } = passada.corpo.data;
    expect(passada.cabecalhos.get('location')).toBe(`/v1/internacoes/${id}`);
    expect(passada.corpo.data).toMatchObject({
      status: 'ENCERRADA',
      admitidaEm: dia(1),
      saidaEm: dia(5),
      leitoId: uti,
    });
    const lancamentos = await eventualmente(async () => {
      const { corpo } = await app.get<{ valor: number; status: string }[]>(
        `/v1/financeiro/lancamentos?origem=internacao:${id}`,
      );
      expect(corpo.data).toHaveLength(1);
      return corpo.data;
    });
    // 10:00 in São Paulo on both days: two nights in the ward, two in the ICU.
    expect(lancamentos[0]).toMatchObject({ valor: 2200, status: 'EMITIDO' });
    expect((await app.get(`/v1/leitos/${uti}`)).corpo.data.status).toBe('LIVRE');
    expect((await app.get(`/v1/notificacoes?referencia=leito:${uti}`)).corpo.data).toEqual([]);
  });

  it('deve caber entre as outras, em qualquer ordem, sem tocar em quem está no leito agora', async () => {
    const { leitoId, pacienteId } = await cenario.internar({ admitidaEm: dia(20) });
    const onde = { leitoId: leitoId!, pacienteId };
    for (const [de, ate] of [
      [12, 20],
      [1, 5],
      [7, 12],
      [5, 7],
    ] as const)
      expect((await lancar({ ...onde, admitidaEm: dia(de), alta: alta(ate) })).status).toBe(201);
    const todas = await app.get<InternacaoResposta[]>(`/v1/internacoes?pacienteId=${pacienteId}`);
    expect(todas.corpo.data.map((i) => i.admitidaEm)).toEqual([20, 12, 7, 5, 1].map(dia));
    expect(codigo(await lancar({ ...onde, admitidaEm: dia(6), alta: alta(8) }))).toEqual([
      409,
      'INTERNACAO.PERIODO_SOBREPOSTO',
    ]);
    expect(codigo(await lancar({ leitoId: leitoId!, admitidaEm: dia(6), alta: alta(8) }))).toEqual([
      409,
      'INTERNACAO.PERIODO_SOBREPOSTO',
    ]);
  });

  it('deve caber no mesmo instante uma só de 20 estadias lançadas ao mesmo tempo no mesmo leito', async () => {
    const leitoId = await cenario.leito();
    const pacientes = await Promise.all(Array.from({ length: 20 }, () => cenario.paciente()));
    const respostas = await Promise.all(pacientes.map((pacienteId) => lancar({ leitoId, pacienteId })));
    const codigos = respostas.map((r) => r.corpo.error?.[0]?.codigo ?? r.status).sort();
    expect(codigos).toEqual([201, ...Array<string>(19).fill('INTERNACAO.PERIODO_SOBREPOSTO')]);
  });

  it.each<[string, () => Record<string, unknown>, number, string]>([
    ['sem a entrada', () => ({ admitidaEm: undefined }), 422, 'INTERNACAO.ADMISSAO_SEM_INSTANTE'],
    ['com a alta antes da entrada', () => ({ admitidaEm: dia(6) }), 422, 'INTERNACAO.ALTA_ANTES_DA_ENTRADA'],
    ['com a alta no futuro', () => ({ alta: alta(60) }), 422, 'INTERNACAO.DATA_NO_FUTURO'],
    [
      'com um corte de faturamento',
      () => ({ alta: { ...alta(5), motivoSaida: 'PERMANENCIA' } }),
      422,
      'INTERNACAO.MOTIVO_NAO_E_SAIDA',
    ],
    [
      'sem o instante da alta',
      () => ({ alta: { ...alta(5), em: undefined } }),
      422,
      'PLATAFORMA.CAMPO_INVALIDO',
    ],
    [
      'com transferência fora do período',
      () => ({ transferencias: [{ leitoId: 1, motivo: 'x', em: dia(9) }] }),
      422,
      'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO',
    ],
    [
      'com transferências e sem alta',
      () => ({ alta: undefined, transferencias: [{ leitoId: 1, motivo: 'x', em: dia(3) }] }),
      422,
      'INTERNACAO.TRANSFERENCIAS_SEM_ALTA',
    ],
  ])('deve recusar estadia %s', async (_como, mais, status, esperado) => {
    expect(codigo(await lancar(mais()))).toEqual([status, esperado]);
  });
});
