import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { Correio } from '../../src/plataforma/correio/correio.js';
import type { Papel } from '../../src/plataforma/seguranca/autor.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { comoPapel } from '../apoio/papeis.js';

const HOSTIL = {
  messageId: '<hostil@plantao>',
  para: 'a@hospital.local',
  assunto: '"><script>alert(1)</script>',
  html: '<script>alert(2)</script><p onclick="alert(3)">corpo</p>',
  texto: '</pre><script>alert(4)</script>',
};

interface Pagina {
  readonly status: number;
  readonly cabecalhos: Record<string, unknown>;
  readonly html: string;
}

/** A plain request, free to say which host it wants. */
const abrir = (url: string, cabecalhos: Record<string, string> = {}): Promise<Pagina> =>
  new Promise((resolver, rejeitar) => {
    const pedido = request(url, { headers: cabecalhos }, (resposta) => {
      let html = '';
      resposta.setEncoding('utf8').on('data', (parte: string) => (html += parte));
      resposta.on('end', () =>
        resolver({ status: resposta.statusCode ?? 0, cabecalhos: resposta.headers, html }),
      );
    });
    pedido.on('error', rejeitar).end();
  });

describe('/correio', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  it('deve dizer que está vazia antes da primeira mensagem', async () => {
    const { status, cabecalhos, html } = await abrir(`${app.url}/correio`);
    expect([status, cabecalhos['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html).toContain('Nenhuma mensagem por enquanto');
  });

  it('deve listar as mensagens, da mais nova à mais antiga, e abrir cada uma nas duas versões', async () => {
    const correio = app.app.get(Correio);
    for (const n of [1, 2])
      await correio.enviar({
        messageId: `<m-${n}@plantao>`,
        para: 'mesa@hospital.local',
        assunto: `Assunto ${n}`,
        html: `<p>Corpo ${n}</p>`,
        texto: `Texto ${n}`,
      });
    const { html } = await abrir(`${app.url}/correio`);
    expect([...html.matchAll(/Assunto \d/g)].map(([achado]) => achado)).toEqual(['Assunto 2', 'Assunto 1']);
    const endereco = /href="(\/correio\/\d+)"/.exec(html)?.[1];
    const aberta = await abrir(`${app.url}${endereco}`);
    for (const trecho of [
      'Assunto 2',
      'mesa@hospital.local',
      '&lt;m-2@plantao&gt;',
      'Texto 2',
      '<iframe sandbox ',
    ])
      expect(aberta.html).toContain(trecho);
  });

  it('deve escapar tudo o que veio na mensagem e fechar a página a qualquer conteúdo ativo', async () => {
    await app.app.get(Correio).enviar(HOSTIL);
    const lista = await abrir(`${app.url}/correio`);
    const endereco = /href="(\/correio\/\d+)"/.exec(lista.html)?.[1];
    const mensagem = await abrir(`${app.url}${endereco}`);
    for (const pagina of [lista, mensagem]) {
      expect(pagina.html).not.toMatch(/<script|<p onclick/i);
      expect(pagina.cabecalhos).toMatchObject({
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
    }
    expect(mensagem.html).toContain('srcdoc="&lt;script&gt;alert(2)');
  });

  it.each(['/correio/999999', '/correio/abc', '/correio/0'])('deve responder 404 a %s', async (caminho) => {
    expect((await abrir(`${app.url}${caminho}`)).status).toBe(404);
  });

  it.each([
    ['um nome de fora que aponta para cá', { host: 'hospital.exemplo.com' }],
    ['um nome que só parece local', { host: 'localhost.exemplo.com' }],
    ['um intermediário', { 'x-forwarded-for': '203.0.113.9' }],
    ['um intermediário que se anuncia', { forwarded: 'for=203.0.113.9' }],
  ])('deve pedir token a quem chega por %s', async (_caso, cabecalhos) => {
    for (const caminho of ['/correio', '/correio/1'])
      expect((await abrir(`${app.url}${caminho}`, cabecalhos)).status).toBe(401);
    const token = (...papeis: Papel[]) => ({ ...cabecalhos, ...comoPapel(app, ...papeis) });
    expect((await abrir(`${app.url}/correio`, token('GESTAO', 'MEDICO'))).status).toBe(403);
    expect((await abrir(`${app.url}/correio`, token('ADMIN'))).status).toBe(200);
    expect(
      (await abrir(`${app.url}/correio`, { ...cabecalhos, authorization: 'Bearer inventado' })).status,
    ).toBe(401);
  });

  it('deve ficar fora do OpenAPI', async () => {
    const { corpo } = await app.pedir('GET', '/docs-json');
    expect(
      Object.keys((corpo as unknown as { paths: object }).paths).filter((caminho) =>
        caminho.includes('correio'),
      ),
    ).toEqual([]);
  });
});

describe('/correio em produção', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ NODE_ENV: 'production', RELOGIO_MOVEL: 'false' });
  });
  afterAll(() => app.encerrar());

  it('deve pedir o token de um administrador até à própria máquina', async () => {
    expect((await abrir(`${app.url}/correio`)).status).toBe(401);
    expect((await abrir(`${app.url}/correio`, comoPapel(app, 'GESTAO'))).status).toBe(403);
    expect((await abrir(`${app.url}/correio`, comoPapel(app, 'ADMIN'))).status).toBe(200);
  });
});
