import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { encerrarReplicas, iniciarReplicas } from '../apoio/replicas-de-teste.js';
import { PessoaDeTeste } from '../apoio/sessao-de-teste.js';

/** Effective on every replica within this time (G6.8). */
const PRAZO_MS = 5_000;

/** What one replica does to an account, the other obeys: disabled, with other roles, ended sessions. */
describe('acessos entre réplicas', () => {
  let replicas: [AplicacaoDeTeste, AplicacaoDeTeste];
  beforeAll(async () => {
    replicas = await iniciarReplicas();
  });
  afterAll(() => encerrarReplicas(replicas));

  const eu = (replica: AplicacaoDeTeste, token: string, caminho = '/v1/auth/eu/sessoes') =>
    replica.pedir('GET', caminho, undefined, { authorization: `Bearer ${token}` });

  const mudancas: [string, (ana: PessoaDeTeste, token: string) => Promise<number>][] = [
    [
      'inativa a pessoa',
      async ({ id }) =>
        (await replicas[0].post(`/v1/usuarios/${id}/inativar`, { motivo: 'Saiu do hospital.' })).status,
    ],
    [
      'muda os perfis',
      async ({ id }) =>
        (await replicas[0].pedir('PATCH', `/v1/usuarios/${id}`, { papeis: ['FARMACIA'] })).status,
    ],
    [
      'sai',
      async (_, token) =>
        (await replicas[0].pedir('POST', '/v1/auth/logout', {}, { authorization: `Bearer ${token}` })).status,
    ],
  ];
  it.each(mudancas)('deve recusar o token na outra em até 5 segundos quando uma %s', async (_, mudar) => {
    const ana = await PessoaDeTeste.criar(replicas[0], ['GESTAO']);
    const { accessToken } = await ana.entrar();
    expect((await eu(replicas[1], accessToken)).status).toBe(200);

    expect([200, 204]).toContain(await mudar(ana, accessToken));
    const inicio = performance.now();
    expect((await eu(replicas[0], accessToken)).status).toBe(401);
    await eventualmente(async () => expect((await eu(replicas[1], accessToken)).status).toBe(401), PRAZO_MS);
    expect(performance.now() - inicio).toBeLessThan(PRAZO_MS);
  });

  it('deve servir na outra o token renovado depois da mudança', async () => {
    const ana = await PessoaDeTeste.criar(replicas[0], ['RECEPCAO']);
    const { refreshToken } = await ana.entrar();
    await replicas[0].pedir('PATCH', `/v1/usuarios/${ana.id}`, { papeis: ['GESTAO'] });
    const { status, corpo } = await replicas[1].post<{ accessToken: string }>('/v1/auth/refresh', {
      refreshToken,
    });
    expect(status).toBe(200);
    for (const replica of replicas) expect((await eu(replica, corpo.data.accessToken)).status).toBe(200);
  });
});
