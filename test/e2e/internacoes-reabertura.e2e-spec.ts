import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InternacaoResposta } from '../../src/modulos/internacoes/casos-de-uso/obter-internacao.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { comoPapel } from '../apoio/papeis.js';

const ALTA = { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO' };
const MOTIVO = { motivo: 'Alta dada ao paciente errado.' };

type Lancamento = { id: number; status: string; valor: number };

describe('reabertura de internação', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;
  let convenioId: number;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
    const diarias = [{ tipoLeito: 'ENFERMARIA', valor: 100 }];
    const convenio = await app.criar('/v1/convenios', { nome: 'Saúde', tipoPlano: 'FAMILIAR', diarias });
    convenioId = convenio.id;
  });
  afterAll(() => app.encerrar());

  const lancamentos = async (id: number, mais = '') =>
    (await app.get<Lancamento[]>(`/v1/financeiro/lancamentos?origem=internacao:${id}${mais}`)).corpo.data;
  const cobrada = (id: number): Promise<Lancamento> =>
    eventualmente(async () => {
      const ativos = await lancamentos(id);
      expect(ativos).toHaveLength(1);
      return ativos[0]!;
    });
  const encerrada = async (): Promise<InternacaoResposta> => {
    const { id } = await cenario.internar({ convenioId });
    return cenario.comandar(id, 'alta', ALTA);
  };
  const reabrir = (id: number) => app.post<InternacaoResposta>(`/v1/internacoes/${id}/reabrir`, MOTIVO);

  it('deve estornar a cobrança, seguir no leito, e cobrar de novo uma vez na alta certa', async () => {
    const { id, leitoId } = await encerrada();
    const primeira = await cobrada(id);
    const reaberta = await reabrir(id);
    expect([reaberta.status, reaberta.corpo.data]).toEqual([
      200,
      expect.objectContaining({ status: 'INTERNADA', leitoId, saidaEm: null, cidSaida: null }),
    ]);
    expect(await lancamentos(id)).toEqual([]);
    expect((await app.get(`/v1/leitos/${leitoId}`)).corpo.data.status).toBe('OCUPADO');
    expect((await app.get(`/v1/financeiro/contas/previa?internacaoId=${id}`)).corpo.data.status).toBe(
      'ABERTA',
    );

    await cenario.comandar(id, 'alta', ALTA);
    const segunda = await cobrada(id);
    expect(segunda.id).not.toBe(primeira.id);
    const todos = await lancamentos(id, '&inclusiveEstornados=true');
    expect(todos.map((l) => l.id).sort()).toEqual([primeira.id, segunda.id].sort());
    expect(await cenario.movimentos(id)).toEqual(['ADMISSAO', 'ALTA', 'REABERTURA', 'ALTA']);
  });

  it('deve recusar a conta paga, sem desfazer nada', async () => {
    const { id, leitoId } = await encerrada();
    const { id: lancamentoId } = await cobrada(id);
    await app.unidade.executar((tx) =>
      tx.executar("UPDATE lancamentos SET status = 'PAGO' WHERE id = ?", [lancamentoId]),
    );
    const { status, corpo } = await reabrir(id);
    expect([status, corpo.error[0]!.codigo]).toEqual([409, 'FINANCEIRO.CONTA_PAGA']);
    expect((await app.get(`/v1/internacoes/${id}`)).corpo.data.status).toBe('ENCERRADA');
    expect((await app.get(`/v1/leitos/${leitoId}`)).corpo.data.status).toBe('AGUARDANDO_LIMPEZA');
  });

  it('deve obedecer ao prazo que o hospital escolheu', async () => {
    const { corpo } = await app.get<{ reaberturaHoras: number }>('/v1/hospital');
    const mudar = (reaberturaHoras: number) => app.pedir('PATCH', '/v1/hospital', { reaberturaHoras });
    const { id } = await encerrada();
    app.relogio.avancar(2 * 3_600_000);
    await app.entrar();
    expect((await mudar(1)).status).toBe(200);
    const { status, corpo: recusa } = await reabrir(id);
    expect([status, recusa.error[0]!.codigo]).toEqual([409, 'INTERNACAO.PRAZO_DE_REABERTURA']);
    await mudar(corpo.data.reaberturaHoras);
    expect((await reabrir(id)).status).toBe(200);
  });

  it('deve ficar com a gestão', async () => {
    const { id } = await encerrada();
    const como = async (papel: 'MEDICO' | 'GESTAO') =>
      (await app.pedir('POST', `/v1/internacoes/${id}/reabrir`, MOTIVO, comoPapel(app, papel))).status;
    expect(await como('MEDICO')).toBe(403);
    expect((await app.post(`/v1/internacoes/${id}/reabrir`)).status).toBe(422);
    expect(await como('GESTAO')).toBe(200);
  });
});
