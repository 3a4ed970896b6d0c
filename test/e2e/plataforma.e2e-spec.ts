import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste, type Resposta } from '../apoio/aplicacao-de-teste.js';

const TITULOS: Record<number, string> = {
  400: 'HttpBadRequestError',
  401: 'HttpUnauthorizedError',
  404: 'HttpNotFoundError',
  405: 'HttpMethodNotAllowedError',
  413: 'HttpPayloadTooLargeError',
  415: 'HttpUnsupportedMediaTypeError',
  422: 'HttpUnprocessableEntityError',
};

describe('Modos da API', () => {
  let api: AplicacaoDeTeste;

  beforeAll(async () => {
    api = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => api.encerrar());

  const conferirEnvelope = (resposta: Resposta, status: number, codigo?: string): void => {
    expect(resposta.status).toBe(status);
    expect(resposta.cabecalhos.get('content-type')).toContain('application/json');
    expect(Object.keys(resposta.corpo).sort()).toEqual(['correlationId', 'error']);
    expect(resposta.corpo.error.length).toBeGreaterThan(0);
    expect(resposta.corpo.error[0]!.title).toBe(TITULOS[status]);
    expect(resposta.corpo.error[0]!.message.length).toBeGreaterThan(5);
    expect(resposta.corpo.correlationId).toBe(resposta.cabecalhos.get('x-correlation-id'));
    if (codigo) expect(resposta.corpo.error[0]!.codigo).toBe(codigo);
  };

  it('deve responder 404 com o envelope a uma rota inexistente', async () => {
    conferirEnvelope(await api.get('/v1/nada'), 404, 'PLATAFORMA.ROTA_INEXISTENTE');
    conferirEnvelope(await api.get('/'), 404);
  });

  it('deve responder 405 com Allow a um método que o endereço não aceita', async () => {
    const resposta = await api.pedir('DELETE', '/v1/eventos');
    conferirEnvelope(resposta, 405, 'PLATAFORMA.METODO_NAO_PERMITIDO');
    expect(resposta.cabecalhos.get('allow')).toContain('GET');
    conferirEnvelope(await api.pedir('PUT', '/v1/entregas/1/reprocessar'), 405);
  });

  it('deve responder 404 a um id que não é id e a um que não existe', async () => {
    for (const id of ['abc', '0', '-1', '1.5', '0x10', '1e3', '%20', '99999999999', '2147483648', '1'])
      conferirEnvelope(await api.post(`/v1/entregas/${id}/reprocessar`), 404);
  });

  it('deve responder 400 a JSON quebrado, profundo demais ou endereço ilegível', async () => {
    for (const corpo of [
      '{',
      '[1,',
      '{"a":}',
      '['.repeat(5_000),
      '{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000),
    ])
      conferirEnvelope(await api.pedir('POST', '/v1/auth/login', corpo), 400, 'PLATAFORMA.JSON_ILEGIVEL');
    conferirEnvelope(await api.get('/v1/eventos/%ff'), 400);
  });

  it('deve responder 413 a um corpo grande demais e 415 a outro tipo de corpo', async () => {
    conferirEnvelope(await api.pedir('POST', '/v1/auth/login', `{"a":"${'x'.repeat(300_000)}"}`), 413);
    conferirEnvelope(
      await api.pedir('POST', '/v1/auth/login', 'a=1', {
        'content-type': 'application/x-www-form-urlencoded',
      }),
      415,
    );
    conferirEnvelope(await api.pedir('POST', '/v1/auth/login', '<a/>', { 'content-type': 'text/xml' }), 415);
  });

  it('deve responder 422 com uma entrada por campo errado, e 400 a uma consulta errada', async () => {
    const corpo = await api.post('/v1/auth/login', { email: 5, outro: 1 });
    conferirEnvelope(corpo, 422);
    expect(corpo.corpo.error.map((e) => e.campo).sort()).toEqual(['email', 'outro', 'senha']);
    for (const vazio of ['[]', '"x"', '5', 'null', 'true'])
      conferirEnvelope(await api.pedir('POST', '/v1/auth/login', vazio), 422);
    for (const consulta of [
      'limite=-1',
      'limite=1e400',
      'limite=1.5',
      'limite=101',
      'cursor=inventado',
      'cursor=e30',
      'desconhecido=1',
      'agregado=leito',
      'limite=1&limite=2',
    ])
      conferirEnvelope(await api.get(`/v1/eventos?${consulta}`), 400);
  });

  it('deve exigir token em tudo que não é público, com a mesma resposta para qualquer token ruim', async () => {
    for (const token of ['', 'lixo', 'eyJhbGciOiJub25lIn0.e30.', 'x'.repeat(8_000)]) {
      const resposta = await api.pedir('GET', '/v1/eventos', undefined, { authorization: `Bearer ${token}` });
      conferirEnvelope(resposta, 401);
      expect(resposta.cabecalhos.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('deve devolver o identificador de correlação de quem pede, se for decente', async () => {
    const meu = await api.pedir('GET', '/saude/viva', undefined, { 'x-correlation-id': 'pedido-42' });
    expect(meu.cabecalhos.get('x-correlation-id')).toBe('pedido-42');
    const torto = await api.pedir('GET', '/saude/viva', undefined, { 'x-correlation-id': '<script>' });
    expect(torto.cabecalhos.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('deve servir saúde, Swagger e OpenAPI sem token', async () => {
    expect((await api.get('/saude/viva')).corpo.data).toEqual({ status: 'ok' });
    expect((await api.get('/saude/pronta')).status).toBe(200);
    const ui = await fetch(`${api.url}/docs`);
    expect([ui.status, ui.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    const openapi = (await (await fetch(`${api.url}/docs-json`)).json()) as {
      paths: Record<string, Record<string, { responses: object }>>;
    };
    expect(Object.keys(openapi.paths)).toContain('/v1/entregas/{id}/reprocessar');
    for (const metodos of Object.values(openapi.paths))
      for (const { responses } of Object.values(metodos))
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '500', '503']));
  });

  it('deve sobreviver a bytes que não são HTTP', async () => {
    await new Promise<void>((resolver) => {
      const { port } = new URL(api.url);
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write('LIXO \u0000\u0001 / SEM/PROTOCOLO\r\n\r\n'),
      );
      socket.on('data', () => undefined);
      socket.on('close', () => resolver());
      socket.on('error', () => resolver());
    });
    expect((await api.get('/saude/viva')).status).toBe(200);
  });
});
