import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

const PAINEL = 'https://painel.hospital.br';
const LOCAL = 'http://127.0.0.1:5173';

/** What looks like an allowed origin, and is another. */
const ALHEIAS = [
  'http://painel.hospital.br',
  'https://painel.hospital.br.mal.example',
  'https://malpainel.hospital.br',
  'https://painel.hospital.br:8443',
  'https://painel.hospital.br/',
  'https://PAINEL.hospital.br',
  'https://sub.painel.hospital.br',
  'https://hospital.br',
  'https://painel.hospital.br@mal.example',
  'http://127.0.0.1',
  'http://localhost:5173',
  'null',
  '*',
  '',
];

const deCors = (headers: Headers): string[] =>
  [...headers.keys()].filter((nome) => nome.startsWith('access-control-'));

describe('CORS', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ CORS_ORIGENS: `${PAINEL}, ${LOCAL}` });
  });
  afterAll(() => app.encerrar());

  const pedir = (origem: string, metodo = 'GET', mais: Record<string, string> = {}) =>
    fetch(`${app.url}/v1/setores`, {
      method: metodo,
      headers: { origin: origem, authorization: `Bearer ${app.token}`, ...mais },
    });
  const previa = (origem: string, caminho = '/v1/setores') =>
    fetch(`${app.url}${caminho}`, {
      method: 'OPTIONS',
      headers: {
        origin: origem,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,idempotency-key',
      },
    });

  it.each([PAINEL, LOCAL])('deve deixar a página de %s ler a resposta, sem biscoitos', async (origem) => {
    const { status, headers } = await pedir(origem);
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe(origem);
    expect(headers.get('vary')).toContain('Origin');
    expect(headers.get('access-control-expose-headers')).toBe(
      'ETag, Location, X-Correlation-Id, Retry-After, Idempotency-Replayed',
    );
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each([PAINEL, LOCAL])('deve responder à pergunta prévia de %s, sem token', async (origem) => {
    const { status, headers } = await previa(origem);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, origem]);
    expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST, PATCH, PUT, DELETE');
    expect(headers.get('access-control-allow-headers')).toBe(
      'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Correlation-Id',
    );
    expect(headers.get('access-control-max-age')).toBe('600');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('deve deixar a página ler também as recusas', async () => {
    const recusas: [Promise<Response>, number][] = [
      [pedir(PAINEL, 'GET', { authorization: '' }), 401],
      [pedir(PAINEL, 'DELETE'), 405],
      [fetch(`${app.url}/nada`, { headers: { origin: PAINEL } }), 404],
    ];
    for (const [resposta, status] of recusas) {
      const { headers, ...resto } = await resposta;
      expect([resto, (await resposta).status]).toEqual([resto, status]);
      expect(headers.get('access-control-allow-origin')).toBe(PAINEL);
    }
  });

  it.each(ALHEIAS)('deve calar-se à origem %j, que não foi permitida', async (origem) => {
    const resposta = await pedir(origem);
    expect([resposta.status, deCors(resposta.headers)]).toEqual([200, []]);
    const pergunta = await previa(origem);
    expect([pergunta.status, deCors(pergunta.headers)]).toEqual([405, []]);
    expect(pergunta.headers.get('allow')).toContain('POST');
  });

  it('deve responder 404 à pergunta prévia alheia sobre o que não há', async () => {
    expect((await previa('https://mal.example', '/nada')).status).toBe(404);
  });
});

describe('CORS, sem CORS_ORIGENS', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  it('deve não haver, para origem nenhuma', async () => {
    for (const origem of [PAINEL, LOCAL, app.url, 'null'])
      for (const metodo of ['GET', 'OPTIONS']) {
        const { status, headers } = await fetch(`${app.url}/v1/versao`, {
          method: metodo,
          headers: { origin: origem, 'access-control-request-method': 'GET' },
        });
        expect([status, deCors(headers)]).toEqual([metodo === 'GET' ? 200 : 405, []]);
      }
  });
});

describe('CORS, com CORS_ORIGENS=*', () => {
  it('deve abrir a qualquer página fora de produção, e ainda sem biscoitos', async () => {
    const app = await AplicacaoDeTeste.iniciar({ CORS_ORIGENS: '*' });
    try {
      const { headers } = await fetch(`${app.url}/v1/versao`, { headers: { origin: 'https://a.example' } });
      expect(headers.get('access-control-allow-origin')).toBe('https://a.example');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    } finally {
      await app.encerrar();
    }
  });
});
