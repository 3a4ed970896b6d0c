import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

/** Told in docs/operacao.md: headers in 10 s, the whole request in 20 s, and 2 s to notice. */
const PRAZO_DOS_CABECALHOS_MS = 13_000;
const PRAZO_DA_REQUISICAO_MS = 23_000;

interface Fim {
  readonly texto: string;
  readonly ms: number;
}

/** Writes the beginning, then one more piece each half second, until the server ends the connection. */
function pingar(url: string, comeco: string, gota: string): Promise<Fim> {
  const desde = performance.now();
  return new Promise((resolver) => {
    let texto = '';
    const conexao: Socket = connect(Number(new URL(url).port), '127.0.0.1', () => conexao.write(comeco));
    const gotas = setInterval(() => conexao.writable && conexao.write(gota), 500);
    const fim = (): void => {
      clearInterval(gotas);
      conexao.destroy();
      resolver({ texto, ms: performance.now() - desde });
    };
    conexao.on('data', (parte) => (texto += parte.toString('latin1')));
    conexao.on('close', fim);
    conexao.on('error', fim);
  });
}

describe('limites do que chega', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  const POST = 'POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

  it('deve cortar quem manda cabeçalhos ou corpo a conta-gotas, e atender os outros enquanto isso', async () => {
    const lentos = Promise.all([
      pingar(app.url, 'GET /saude/viva HTTP/1.1\r\n', 'X-A: b\r\n'),
      pingar(app.url, '', ''),
      pingar(app.url, `${POST}Content-Length: 100000\r\n\r\n{`, ' '),
      pingar(app.url, `${POST}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n'),
    ]);
    const muitos = Array.from({ length: 50 }, () =>
      pingar(app.url, 'GET /saude/viva HTTP/1.1\r\n', 'X-A: b\r\n'),
    );
    expect((await app.get('/saude/viva')).status).toBe(200);
    const [cabecalhos, calado, corpo, pedacos] = await lentos;
    for (const { texto, ms } of [cabecalhos!, calado!]) {
      expect(texto).toMatch(/^HTTP\/1\.1 408 /);
      expect(ms).toBeLessThan(PRAZO_DOS_CABECALHOS_MS);
    }
    for (const { texto, ms } of [corpo!, pedacos!]) {
      expect(texto).toMatch(/^HTTP\/1\.1 408 /);
      expect(ms).toBeLessThan(PRAZO_DA_REQUISICAO_MS);
    }
    expect((await Promise.all(muitos)).every(({ texto }) => texto.includes(' 408 '))).toBe(true);
    expect((await app.get('/saude/viva')).status).toBe(200);
  }, 40_000);

  it('deve manter aberta entre pedidos a conexão de quem pede inteiro', async () => {
    const fim = await new Promise<string>((resolver) => {
      let texto = '';
      const pedido = 'GET /saude/viva HTTP/1.1\r\nHost: x\r\n\r\n';
      const conexao = connect(Number(new URL(app.url).port), '127.0.0.1', () => conexao.write(pedido));
      conexao.once('data', () => setTimeout(() => conexao.write(pedido), PRAZO_DOS_CABECALHOS_MS));
      conexao.on('data', (parte) => {
        texto += parte.toString();
        if (texto.split('HTTP/1.1 200').length > 2) conexao.destroy();
      });
      conexao.on('close', () => resolver(texto));
    });
    expect(fim.split('HTTP/1.1 200')).toHaveLength(3);
  }, 30_000);

  it('deve aceitar um corpo de até 128 kB e recusar o maior, dito ou não o tamanho', async () => {
    const corpo = (n: number): string => `{"nome":"${'x'.repeat(n - 11)}"}`;
    expect((await app.pedir('POST', '/v1/setores', corpo(128 * 1024))).status).toBe(422);
    expect((await app.pedir('POST', '/v1/setores', corpo(128 * 1024 + 1))).status).toBe(413);
    const emPedacos = await fetch(`${app.url}/v1/setores`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${app.token}` },
      body: new Blob([corpo(2_000_000)]).stream(),
      duplex: 'half',
    } as RequestInit).then(
      ({ status }) => status,
      () => 413,
    );
    expect(emPedacos).toBe(413);
  });

  it('deve recusar o que é fundo, longo ou repetido demais', async () => {
    const corpos = [
      `{"nome":${'['.repeat(33)}${']'.repeat(33)}}`,
      `{"nome":"a","lista":[${Array(1_001).fill(0).join()}]}`,
      `{${Array.from({ length: 1_001 }, (_, i) => `"c${i}":0`).join()}}`,
      '{"nome":"um","nome":"outro"}',
      '{"nome":"um","n\\u006fme":"outro"}',
    ];
    for (const corpo of corpos) {
      const { status, corpo: recusa } = await app.pedir('POST', '/v1/setores', corpo);
      expect([corpo.slice(0, 40), status]).toEqual([corpo.slice(0, 40), 400]);
      expect(recusa.error[0]!.codigo).toBe('PLATAFORMA.JSON_ILEGIVEL');
    }
    expect((await app.get<unknown[]>('/v1/setores')).corpo.data).toEqual([]);
  });

  it('deve não responder com mais do que ouviu', async () => {
    const corpo = `{${Array.from({ length: 1_000 }, (_, i) => `"c${i}":0`).join()}}`;
    const { status, corpo: recusa } = await app.pedir('POST', '/v1/setores', corpo);
    expect([status, recusa.error.length]).toEqual([422, 100]);
    const parametros = Array.from({ length: 51 }, (_, i) => `p${i}=1`).join('&');
    const consulta = await app.get(`/v1/setores?${parametros}`);
    expect([consulta.status, consulta.corpo.error.length]).toEqual([400, 1]);
  });

  it('deve recusar o parâmetro que vem duas vezes na consulta', async () => {
    for (const consulta of ['limite=1&limite=2', 'limite=1&limite=1', 'ordem=nome&ordem=nome'])
      expect([consulta, (await app.get(`/v1/setores?${consulta}`)).status]).toEqual([consulta, 400]);
  });
});
