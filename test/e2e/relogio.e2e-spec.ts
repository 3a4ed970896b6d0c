import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

describe('/v1/relogio', () => {
  let api: AplicacaoDeTeste;

  beforeAll(async () => {
    api = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => api.encerrar());

  it('deve adiantar o relógio, e o token antigo vencer com ele', async () => {
    const antes = api.relogio.agora().getTime();
    const { status, corpo } = await api.post<{ agora: string }>('/v1/relogio/avancar', { horas: 48 });
    expect(status).toBe(200);
    expect(Date.parse(corpo.data.agora) - antes).toBeGreaterThanOrEqual(48 * 3_600_000);
    expect((await api.get('/v1/auth/eu')).status).toBe(401);
    await api.entrar();
    expect((await api.get('/v1/auth/eu')).status).toBe(200);
  });

  it.each([[0], [-1], ['1'], [null], [1e9]])('deve recusar %p horas', async (horas) => {
    expect((await api.post('/v1/relogio/avancar', { horas })).status).toBe(422);
  });

  it('deve não existir quando o relógio é o da máquina', async () => {
    const fixa = await AplicacaoDeTeste.iniciar({ RELOGIO_MOVEL: 'false' });
    expect((await fixa.post('/v1/relogio/avancar', { horas: 1 })).status).toBe(404);
    await fixa.encerrar();
  });
});
