import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste, type Resposta } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';

const vezes = <T>(n: number, trabalho: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => trabalho(i)));

/** `409 INTERNACAO.LEITO_OCUPADO` -> how many. */
const contagem = (respostas: Resposta[]): Record<string, number> => {
  const total: Record<string, number> = {};
  for (const { status, corpo } of respostas) {
    const chave = corpo.error ? `${status} ${corpo.error[0]!.codigo}` : String(status);
    total[chave] = (total[chave] ?? 0) + 1;
  }
  return total;
};

describe('internar no mesmo leito', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());

  const quantos = async (sql: string, id: number): Promise<number> =>
    Number((await app.consultar(sql, [id]))[0]!.n);
  const alta = { cidSaida: 'J189', motivoSaida: 'ALTA_MELHORADO' };

  it('deve dar o leito a um só de 200 pacientes', async () => {
    const leitoId = await cenario.leito();
    const pedidos = await vezes(200, () => cenario.pedido({ leitoId }));
    const respostas = await vezes(200, (i) => app.post('/v1/internacoes', pedidos[i]));
    expect(contagem(respostas)).toEqual({ '201': 1, '409 INTERNACAO.LEITO_OCUPADO': 199 });
    expect(await quantos('SELECT COUNT(*) AS n FROM ocupacoes WHERE leito_id = ?', leitoId)).toBe(1);
    expect(
      await quantos('SELECT COUNT(*) AS n FROM ocupacoes WHERE leito_id = ? AND fim IS NULL', leitoId),
    ).toBe(1);
    const [nascidas] = await app.consultar('SELECT COUNT(*) AS n FROM internacoes');
    expect(Number(nascidas!.n)).toBe(1);
  }, 120_000);

  it('deve pôr o mesmo paciente em um só de 50 leitos', async () => {
    const pacienteId = await cenario.paciente();
    const pedidos = await vezes(50, () => cenario.pedido({ pacienteId }));
    const respostas = await vezes(50, (i) => app.post('/v1/internacoes', pedidos[i]));
    expect(contagem(respostas)).toEqual({ '201': 1, '409 INTERNACAO.PACIENTE_JA_INTERNADO': 49 });
    expect(await quantos('SELECT COUNT(*) AS n FROM internacoes WHERE paciente_id = ?', pacienteId)).toBe(1);
  }, 120_000);

  it('deve dar alta uma vez só, e contar uma vez só', async () => {
    const { id } = await cenario.internar();
    const respostas = await vezes(10, () => app.post(`/v1/internacoes/${id}/alta`, alta));
    expect(contagem(respostas)).toEqual({ '200': 1, '409 INTERNACAO.TRANSICAO_INVALIDA': 9 });
    const eventos =
      "SELECT COUNT(*) AS n FROM eventos WHERE tipo = 'internacoes.alta-concedida' AND agregado_id = ?";
    expect(await quantos(eventos, id)).toBe(1);
  });

  it('deve pôr em ordem a alta e a transferência que se cruzam', async () => {
    for (let vez = 0; vez < 10; vez++) {
      const { id } = await cenario.internar();
      const destino = await cenario.leito();
      const [saida, mudanca] = await Promise.all([
        app.post(`/v1/internacoes/${id}/alta`, alta),
        app.post(`/v1/internacoes/${id}/transferir`, { leitoId: destino, motivo: 'Isolamento' }),
      ]);
      // Either order is fine: transferred and then out, or out and then no transfer.
      expect(saida.status).toBe(200);
      expect([200, 409]).toContain(mudanca.status);
      expect(
        await quantos('SELECT COUNT(*) AS n FROM ocupacoes WHERE internacao_id = ? AND fim IS NULL', id),
      ).toBe(0);
      const [leito] = await app.consultar('SELECT status FROM leitos WHERE id = ?', [destino]);
      expect(leito!.status).toBe(mudanca.status === 409 ? 'LIVRE' : 'AGUARDANDO_LIMPEZA');
    }
  });

  it('deve resolver dois pacientes que trocam de leito ao mesmo tempo sem travar', async () => {
    const [a, b] = [await cenario.internar(), await cenario.internar()];
    const respostas = await Promise.all([
      app.post(`/v1/internacoes/${a.id}/transferir`, { leitoId: b.leitoId, motivo: 'Troca' }),
      app.post(`/v1/internacoes/${b.id}/transferir`, { leitoId: a.leitoId, motivo: 'Troca' }),
    ]);
    expect(contagem(respostas)).toEqual({ '409 INTERNACAO.LEITO_OCUPADO': 2 });
  });
});
