import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { simpleParser } from 'mailparser';
import { Correio } from '../../src/plataforma/correio/correio.js';
import type { Papel } from '../../src/plataforma/seguranca/autor.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { iniciarDemonstracaoVazia } from '../apoio/demonstracao-vazia.js';
import { comoPapel } from '../apoio/papeis.js';
import { PRODUCAO } from '../apoio/producao.js';

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

/** What a browser says it takes. */
const NAVEGADOR = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

const achados = (html: string, padrao: RegExp): string[] =>
  [...html.matchAll(padrao)].map(([, achado]) => achado!.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'));
const assuntos = (html: string): string[] => achados(html, /<h2><a [^>]+><bdi>([^<]+)/g);
const enderecos = (html: string): string[] => achados(html, /<h2><a href="([^"]+)"/g);
const link = (html: string, rel: 'prev' | 'next'): string | undefined =>
  achados(html, new RegExp(`rel="${rel}" href="([^"]+)"`, 'g'))[0];

describe('/correio na demonstração', () => {
  let app: AplicacaoDeTeste;

  const enviar = (n: number): Promise<void> =>
    app.app.get(Correio).enviar({
      messageId: `<m-${n}@plantao>`,
      para: 'mesa@hospital.local',
      assunto: `Assunto ${n}`,
      html: `<p>Corpo ${n}</p>`,
      texto: `Texto número ${n}`,
    });

  beforeAll(async () => {
    app = await iniciarDemonstracaoVazia();
  });
  afterAll(() => app.encerrar());

  it('deve dizer que está vazia antes da primeira mensagem', async () => {
    const { status, cabecalhos, html } = await abrir(`${app.url}/correio`);
    expect([status, cabecalhos['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html).toContain('Nenhuma mensagem por enquanto');
  });

  it('deve listar as mensagens, da mais nova à mais antiga, e abrir cada uma nas duas versões', async () => {
    await enviar(1);
    await enviar(2);
    const { html } = await abrir(`${app.url}/correio`);
    expect(assuntos(html)).toEqual(['Assunto 2', 'Assunto 1']);
    for (const trecho of ['De <bdi>Plantão</bdi> para <bdi>mesa@hospital.local</bdi>', 'Texto número 2'])
      expect(html).toContain(trecho);
    const [endereco] = enderecos(html);
    const emHtml = await abrir(`${app.url}${endereco}`);
    for (const trecho of [
      'Assunto 2',
      'Plantão &lt;plantao@hospital.local&gt;',
      'mesa@hospital.local',
      '&lt;m-2@plantao&gt;',
      '<iframe sandbox ',
    ])
      expect(emHtml.html).toContain(trecho);
    expect((await abrir(`${app.url}${endereco}/texto`)).html).toContain('>Texto número 2</pre>');
  });

  it('deve dar a hora na zona do hospital', async () => {
    app.relogio.ajustar(new Date('2026-06-01T02:05:00.000Z'));
    await enviar(3);
    const { html } = await abrir(`${app.url}/correio`);
    expect(html).toMatch(/<time datetime="2026-06-01T02:05:\d\d\.\d{3}Z">31\/05\/2026 às 23h05<\/time>/);
  });

  it('deve paginar para trás e para a frente, sem pular nem repetir mensagem', async () => {
    for (let n = 4; n <= 45; n++) await enviar(n);
    const esperados = Array.from({ length: 45 }, (_, i) => `Assunto ${45 - i}`);
    const paginas: string[] = [];
    for (let caminho: string | undefined = '/correio'; caminho; caminho = link(paginas.at(-1)!, 'next'))
      paginas.push((await abrir(app.url + caminho)).html);
    expect(paginas.map((html) => assuntos(html).length)).toEqual([20, 20, 5]);
    expect(paginas.flatMap(assuntos)).toEqual(esperados);

    const meio = (await abrir(app.url + link(paginas[2]!, 'prev')!)).html;
    expect(assuntos(meio)).toEqual(esperados.slice(20, 40));
    const primeira = (await abrir(app.url + link(meio, 'prev')!)).html;
    expect([assuntos(primeira), link(primeira, 'prev')]).toEqual([esperados.slice(0, 20), undefined]);
    for (const consulta of ['antes=1', 'antes=1&busca=numero'])
      expect((await abrir(`${app.url}/correio?${consulta}`)).html).toContain('Fim da caixa');
  });

  it.each([
    ['no assunto, no meio de uma palavra', 'sunto 45', ['Assunto 45']],
    ['sem acentos e em qualquer caixa', 'NUMERO 44', ['Assunto 44']],
    ['por todas as palavras, em qualquer ordem', '43 MESA@hospital número', ['Assunto 43']],
    ['com o que noutra linguagem seria curinga', '4_ %', []],
    ['só com espaços: todas', '  ', Array.from({ length: 20 }, (_, i) => `Assunto ${45 - i}`)],
  ])('deve buscar %s', async (_caso, busca, achados) => {
    const { status, html } = await abrir(`${app.url}/correio?busca=${encodeURIComponent(busca)}`);
    expect([status, assuntos(html)]).toEqual([200, achados]);
    if (achados.length === 0) expect(html).toContain('Nada encontrado');
  });

  it('deve guardar a busca de uma página à outra, e da lista à mensagem e de volta', async () => {
    const lista = (await abrir(`${app.url}/correio?busca=numero`)).html;
    expect(lista).toContain('name="busca" value="numero"');
    const antigas = (await abrir(app.url + link(lista, 'next')!)).html;
    expect(assuntos(antigas)[0]).toBe('Assunto 25');

    const unica = (await abrir(`${app.url}/correio?busca=sunto%2045`)).html;
    const [aberta] = enderecos(unica);
    const mensagem = (await abrir(app.url + aberta)).html;
    expect(mensagem).toContain('href="/correio?busca&#x3D;sunto+45"');
    expect([link(mensagem, 'prev'), link(mensagem, 'next')]).toEqual([undefined, undefined]);
  });

  it('deve levar de uma mensagem à mais nova e à mais antiga, na mesma versão', async () => {
    const lista = (await abrir(`${app.url}/correio`)).html;
    const [mais, meio, menos] = enderecos(lista);
    const { html } = await abrir(`${app.url}${meio}/texto`);
    expect([link(html, 'prev'), link(html, 'next')]).toEqual([`${mais}/texto`, `${menos}/texto`]);
  });

  it('deve baixar a mensagem como um arquivo que os programas de e-mail leem', async () => {
    const [endereco] = enderecos((await abrir(`${app.url}/correio?busca=sunto%2045`)).html);
    const { cabecalhos, html: eml } = await abrir(`${app.url}${endereco!.split('?')[0]}/eml`);
    expect(cabecalhos).toMatchObject({
      'content-type': 'message/rfc822',
      'content-disposition': expect.stringMatching(/^attachment; filename="mensagem-\d+\.eml"$/),
      'x-content-type-options': 'nosniff',
    });
    const lida = await simpleParser(eml);
    expect(lida).toMatchObject({
      messageId: '<m-45@plantao>',
      subject: 'Assunto 45',
      from: { text: '"Plantão" <plantao@hospital.local>' },
      to: { text: 'mesa@hospital.local' },
      html: '<p>Corpo 45</p>',
    });
    expect(lida.text?.trim()).toBe('Texto número 45');
    expect(lida.date?.toISOString()).toMatch(/^2026-06-01T02:0/);
  });

  it('deve escapar tudo o que veio na mensagem e fechar a página a qualquer conteúdo ativo', async () => {
    await app.app.get(Correio).enviar(HOSTIL);
    const lista = await abrir(`${app.url}/correio?busca=${encodeURIComponent('"><script>')}`);
    const [endereco] = enderecos(lista.html);
    const emHtml = await abrir(app.url + endereco);
    const emTexto = await abrir(app.url + endereco!.replace('?', '/texto?'));
    const nada = await abrir(`${app.url}/correio/0`, NAVEGADOR);
    for (const pagina of [lista, emHtml, emTexto, nada]) {
      expect(pagina.html).not.toMatch(/<script|<p onclick/i);
      expect(pagina.cabecalhos).toMatchObject({
        'content-security-policy':
          "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      });
      expect(pagina.cabecalhos).not.toHaveProperty('access-control-allow-origin');
    }
    expect(emHtml.html.match(/<iframe[^>]*>/g)).toHaveLength(1);
    expect(emHtml.html).toContain('&lt;script&gt;alert(2)');
  });

  it.each([
    ['/correio/999999', 404, 'Esta mensagem não está aqui'],
    ['/correio/abc/texto', 404, 'Esta mensagem não está aqui'],
    ['/correio/0/eml', 404, 'Esta mensagem não está aqui'],
    [`/correio?busca=${'a'.repeat(101)}`, 400, 'Não entendemos este endereço'],
    ['/correio?antes=ontem', 400, 'Não entendemos este endereço'],
    ['/correio?outra=coisa', 400, 'Não entendemos este endereço'],
  ])(
    'deve recusar %s com %s, em página a quem navega e em envelope aos programas',
    async (caminho, status, titulo) => {
      const pagina = await abrir(app.url + caminho, NAVEGADOR);
      expect([pagina.status, pagina.cabecalhos['content-type']]).toEqual([
        status,
        'text/html; charset=utf-8',
      ]);
      expect(pagina.html).toContain(`<h1>${titulo}</h1>`);
      for (const accept of ['*/*', 'application/json']) {
        const programa = await abrir(app.url + caminho, { accept });
        expect([programa.status, programa.cabecalhos['content-type']]).toEqual([
          status,
          'application/json; charset=utf-8',
        ]);
        expect(JSON.parse(programa.html)).toMatchObject({ error: [expect.anything()] });
      }
    },
  );

  it.each([
    ['um nome de fora que aponta para cá', { host: 'hospital.exemplo.com' }],
    ['um nome que só parece local', { host: 'localhost.exemplo.com' }],
    ['um intermediário', { 'x-forwarded-for': '203.0.113.9' }],
    ['um intermediário que se anuncia', { forwarded: 'for=203.0.113.9' }],
  ])('deve pedir token a quem chega por %s', async (_caso, cabecalhos) => {
    for (const caminho of ['/correio', '/correio/1', '/correio/1/texto', '/correio/1/eml'])
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

/** Who enters outside the demonstration: nobody is told from anybody else who uses this machine. */
describe.each([
  ['em produção', PRODUCAO],
  ['no hospital de verdade que ainda não disse NODE_ENV=production', { NODE_ENV: '' }],
])('/correio %s', (_qual, variaveis) => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar(variaveis);
    await app.app.get(Correio).enviar({ ...HOSTIL, assunto: 'Seu código' });
  });
  afterAll(() => app.encerrar());

  it('deve pedir o token de um administrador até à própria máquina', async () => {
    for (const caminho of ['/correio', '/correio/1', '/correio/1/texto', '/correio/1/eml']) {
      const aberta = (cabecalhos?: Record<string, string>) => abrir(app.url + caminho, cabecalhos);
      const recusada = await aberta();
      expect([caminho, recusada.status]).toEqual([caminho, 401]);
      expect(recusada.html).not.toContain('Seu código');
      expect((await aberta(comoPapel(app, 'GESTAO'))).status).toBe(403);
      expect((await aberta(comoPapel(app, 'ADMIN'))).status).toBe(200);
    }
  });

  it('deve dizer, a quem a abre num navegador, de que ela precisa', async () => {
    const { status, html } = await abrir(`${app.url}/correio`, NAVEGADOR);
    expect([status, html]).toEqual([401, expect.stringContaining('com o token de um administrador')]);
  });
});
