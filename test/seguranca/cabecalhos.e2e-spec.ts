import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClienteCru } from '../../fuzz/alvos/cliente-cru.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { comoPapel } from '../apoio/papeis.js';
import { PRODUCAO } from '../apoio/producao.js';

const FECHADA = "default-src 'none'; frame-ancestors 'none'";
const COMUNS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

interface Pedido {
  readonly nome: string;
  readonly metodo?: string;
  readonly caminho: string;
  readonly status: number;
  readonly corpo?: string;
  readonly tipo?: string;
  readonly semToken?: true;
}

/** One for each way an answer is made: routes, refusals of each layer, what Fastify answers by itself. */
const PEDIDOS: readonly Pedido[] = [
  { nome: 'lista', caminho: '/v1/pacientes', status: 200 },
  { nome: 'aberta', caminho: '/v1/versao', status: 200 },
  { nome: 'saúde', caminho: '/saude/viva', status: 200 },
  { nome: 'métricas', caminho: '/metricas', status: 200 },
  { nome: 'HEAD', metodo: 'HEAD', caminho: '/v1/pacientes', status: 200 },
  { nome: 'criado', metodo: 'POST', caminho: '/v1/setores', status: 201, corpo: '{"nome":"Sul"}' },
  { nome: 'JSON quebrado', metodo: 'POST', caminho: '/v1/setores', status: 400, corpo: '{' },
  { nome: 'endereço ilegível', caminho: '/v1/pacientes/%ff', status: 400 },
  { nome: 'parâmetro comprido', caminho: `/v1/pacientes/${'9'.repeat(300)}`, status: 400 },
  { nome: 'sem token', caminho: '/v1/pacientes', status: 401, semToken: true },
  { nome: 'rota que não há', caminho: '/nada', status: 404 },
  { nome: 'registro que não há', caminho: '/v1/pacientes/999', status: 404 },
  { nome: 'método errado', metodo: 'PUT', caminho: '/v1/pacientes', status: 405 },
  { nome: 'OPTIONS', metodo: 'OPTIONS', caminho: '/v1/pacientes', status: 405 },
  {
    nome: 'corpo grande',
    metodo: 'POST',
    caminho: '/v1/setores',
    status: 413,
    corpo: `{"nome":"${'x'.repeat(140_000)}"}`,
  },
  {
    nome: 'outro tipo',
    metodo: 'POST',
    caminho: '/v1/setores',
    status: 415,
    corpo: '<a/>',
    tipo: 'text/xml',
  },
  { nome: 'campo errado', metodo: 'POST', caminho: '/v1/setores', status: 422, corpo: '{"nome":1}' },
];

describe('cabeçalhos de segurança', () => {
  let app: AplicacaoDeTeste;
  let cru: ClienteCru;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cru = new ClienteCru(app.url);
  });
  afterAll(async () => {
    cru.encerrar();
    await app.encerrar();
  });

  const pedir = ({ metodo = 'GET', caminho, corpo, tipo = 'application/json', semToken }: Pedido) =>
    fetch(`${app.url}${caminho}`, {
      method: metodo,
      headers: {
        ...(corpo === undefined ? {} : { 'content-type': tipo }),
        ...(semToken ? {} : { authorization: `Bearer ${app.token}` }),
      },
      ...(corpo === undefined ? {} : { body: corpo }),
    });

  it.each(PEDIDOS)('deve haver todos em: $nome ($status)', async (pedido) => {
    const { status, headers } = await pedir(pedido);
    expect(status).toBe(pedido.status);
    expect(Object.fromEntries(headers)).toMatchObject({
      ...COMUNS,
      'content-security-policy': FECHADA,
      'cache-control': headers.has('etag') ? 'private, no-cache' : 'no-store',
    });
    for (const nome of ['x-powered-by', 'server', 'access-control-allow-origin', 'strict-transport-security'])
      expect([nome, headers.get(nome)]).toEqual([nome, null]);
  });

  it('deve haver também no que nem chega a ser um pedido', async () => {
    const casos: [bytes: string, status: number][] = [
      ['LIXO\r\n\r\n', 400],
      [`GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'b'.repeat(70_000)}\r\n\r\n`, 431],
      ['POST /v1/setores HTTP/1.1\r\nHost: x\r\nContent-Length: dez\r\n\r\n', 400],
    ];
    for (const [bytes, status] of casos) {
      const resposta = await cru.escrever(bytes, 2_000);
      const [inicio = '', corpo = ''] = resposta.split('\r\n\r\n');
      expect(inicio).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      for (const [nome, valor] of Object.entries({ ...COMUNS, 'content-security-policy': FECHADA }))
        expect(inicio).toContain(`${nome}: ${valor}`);
      expect(JSON.parse(corpo)).toMatchObject({
        error: [{ title: 'HttpBadRequestError', codigo: 'PLATAFORMA.REQUISICAO_ILEGIVEL' }],
      });
    }
  });

  it('deve deixar guardar o que tem ETag só a quem pediu, perguntando antes de cada uso', async () => {
    const { id } = await app.criar('/v1/setores', { nome: 'Norte' });
    const primeira = await app.get(`/v1/setores/${id}`);
    expect(primeira.cabecalhos.get('cache-control')).toBe('private, no-cache');
    const etag = primeira.cabecalhos.get('etag')!;
    const outra = await app.pedir('GET', `/v1/setores/${id}`, undefined, { 'if-none-match': etag });
    expect(outra.status).toBe(304);
    expect(outra.cabecalhos.get('cache-control')).toBe('private, no-cache');
    expect(outra.cabecalhos.get('x-content-type-options')).toBe('nosniff');
  });

  it('deve dar às páginas e ao que elas carregam uma política própria, que também fecha quadros', async () => {
    for (const caminho of [
      '/docs',
      '/docs/aparencia.css',
      '/docs/swagger-ui-bundle.js',
      '/docs-json',
      '/correio',
    ]) {
      const { status, headers } = await fetch(app.url + caminho, { headers: comoPapel(app, 'ADMIN') });
      expect([caminho, status]).toEqual([caminho, 200]);
      expect(Object.fromEntries(headers)).toMatchObject(COMUNS);
      const politica = headers.get('content-security-policy')!;
      for (const diretiva of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
        expect(politica).toContain(diretiva);
      expect(politica).not.toContain('unsafe-eval');
      expect(politica).not.toMatch(/script-src[^;]*unsafe-inline/);
    }
  });

  it('deve recusar TRACE e CONNECT sem repetir nada do que veio', async () => {
    for (const alvo of ['TRACE /v1/pacientes', 'TRACE /', 'CONNECT outro:443']) {
      const resposta = await cru.escrever(
        `${alvo} HTTP/1.1\r\nHost: x\r\nX-Segredo: abracadabra\r\nConnection: close\r\n\r\n`,
        1_000,
      );
      expect(resposta).toMatch(/^(HTTP\/1\.1 (404|405) |$)/);
      expect(resposta).not.toContain('abracadabra');
    }
  });
});

describe('cabeçalhos de segurança em produção', () => {
  it('deve mandar o navegador voltar sempre por TLS, nas respostas e nas recusas', async () => {
    const app = await AplicacaoDeTeste.iniciar(PRODUCAO);
    try {
      for (const caminho of ['/saude/viva', '/nada', '/v1/pacientes', '/v1/pacientes/%ff']) {
        const { headers } = await fetch(`${app.url}${caminho}`);
        expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
      }
    } finally {
      await app.encerrar();
    }
  });
});
