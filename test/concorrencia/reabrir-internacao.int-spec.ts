import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { eventualmente } from '../apoio/eventualmente.js';

const ALTA = { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO' };
const MOTIVO = { motivo: 'Engano' };
const VEZES = 12;

describe('reabrir enquanto outros mexem na mesma coisa', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ LEITO_EXIGE_LIMPEZA: 'false' });
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());

  const reabrir = (id: number) => app.post(`/v1/internacoes/${id}/reabrir`, MOTIVO);
  const alta = (id: number) => app.post(`/v1/internacoes/${id}/alta`, ALTA);
  const quantos = async (sql: string, valor: number | string): Promise<number> =>
    Number((await app.consultar(sql, [valor]))[0]!.n);
  const ativos = (id: number) =>
    quantos(
      "SELECT COUNT(*) AS n FROM lancamentos WHERE origem = ? AND tipo = 'FINAL' AND ativo = 1",
      `internacao:${id}`,
    );
  const semEntregas = () =>
    eventualmente(async () =>
      expect(Number((await app.consultar('SELECT COUNT(*) AS n FROM entregas_prontas'))[0]!.n)).toBe(0),
    );

  it('deve nunca deixar cobrada a estadia que continua, nem sem cobrança a que acabou', async () => {
    const ids = await Promise.all(Array.from({ length: VEZES }, async () => (await cenario.internar()).id));
    // The reaction to each discharge is racing against its undoing.
    const reabertas = await Promise.all(
      ids.map(async (id) => {
        await alta(id);
        return (await reabrir(id)).status;
      }),
    );
    expect(reabertas).toEqual(ids.map(() => 200));
    await semEntregas();
    for (const id of ids) expect([id, await ativos(id)]).toEqual([id, 0]);

    await Promise.all(ids.map(alta));
    await semEntregas();
    for (const id of ids) expect([id, await ativos(id)]).toEqual([id, 1]);
    const [mortas] = await app.consultar("SELECT COUNT(*) AS n FROM entregas WHERE status = 'MORTA'");
    expect(Number(mortas!.n)).toBe(0);
  }, 60_000);

  it('deve reabrir uma vez só quem é reaberto 10 vezes ao mesmo tempo', async () => {
    const { id } = await cenario.internar();
    await alta(id);
    const respostas = await Promise.all(Array.from({ length: 10 }, () => reabrir(id)));
    expect(respostas.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
    expect(await cenario.movimentos(id)).toEqual(['ADMISSAO', 'ALTA', 'REABERTURA']);
    expect(await quantos('SELECT COUNT(*) AS n FROM ocupacoes WHERE internacao_id = ?', id)).toBe(1);
  });

  it('deve dar o leito a um só: a quem volta, ou a quem chega', async () => {
    for (let vez = 0; vez < VEZES; vez++) {
      const { id, leitoId } = await cenario.internar();
      await alta(id);
      const pedido = await cenario.pedido({ leitoId: leitoId! });
      const [volta, chegada] = await Promise.all([reabrir(id), app.post('/v1/internacoes', pedido)]);
      expect([volta.status === 200, chegada.status === 201].filter(Boolean)).toHaveLength(1);
      expect([409, 200, 201]).toEqual(expect.arrayContaining([volta.status, chegada.status]));
      expect(
        await quantos('SELECT COUNT(*) AS n FROM ocupacoes WHERE leito_id = ? AND fim IS NULL', leitoId!),
      ).toBe(1);
    }
  }, 60_000);

  it('deve pôr o paciente em uma internação só: a que volta, ou a nova', async () => {
    for (let vez = 0; vez < VEZES; vez++) {
      const { id, pacienteId } = await cenario.internar();
      await alta(id);
      const pedido = await cenario.pedido({ pacienteId });
      const [volta, nova] = await Promise.all([reabrir(id), app.post('/v1/internacoes', pedido)]);
      expect([volta.status === 200, nova.status === 201].filter(Boolean)).toHaveLength(1);
      expect(
        await quantos('SELECT COUNT(*) AS n FROM internacoes WHERE paciente_aberto_id = ?', pacienteId),
      ).toBe(1);
    }
  }, 60_000);

  it('deve pôr em ordem a reabertura com If-Match e a nova internação, sem travar', async () => {
    const { id, pacienteId } = await cenario.internar();
    const { corpo } = await alta(id);
    const pedido = await cenario.pedido({ pacienteId });
    const etag = { 'if-match': `"${String(corpo.data.versao)}"` };
    const [volta, nova] = await Promise.all([
      app.pedir('POST', `/v1/internacoes/${id}/reabrir`, MOTIVO, etag),
      app.post('/v1/internacoes', pedido),
    ]);
    expect([volta.status === 200, nova.status === 201].filter(Boolean)).toHaveLength(1);
    expect((await app.pedir('POST', `/v1/internacoes/${id}/reabrir`, MOTIVO, etag)).status).not.toBe(200);
  });
});
