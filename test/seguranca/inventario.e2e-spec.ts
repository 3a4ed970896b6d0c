import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { Documento } from '../exemplos/documento.js';

/** Pages for people, and what they load: they are no part of the API. */
const PAGINAS = /^\/(correio|docs|v1\/publico\/acesso)(\/|$)|^\/docs-json$/;

describe('inventário das rotas', () => {
  let app: AplicacaoDeTeste;
  let documento: Documento;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    documento = await Documento.ler(app);
  });
  afterAll(() => app.encerrar());

  const servidas = (): string[] =>
    app.app
      .getHttpAdapter()
      .getInstance()
      .rotasConhecidas.todas()
      .filter(({ metodo }) => metodo !== 'HEAD')
      .map(({ metodo, url }) => `${metodo} ${url.replace(/:(\w+)/g, '{$1}')}`);

  it('deve servir cada rota do OpenAPI, e descrever nele cada rota que serve', () => {
    const daApi = servidas().filter((rota) => !PAGINAS.test(rota.split(' ')[1]!));
    const descritas = documento.operacoes.map(({ nome }) => nome);
    expect(daApi.length).toBeGreaterThan(80);
    expect([...daApi].sort()).toEqual([...descritas].sort());
  });

  it('deve não haver outra página além das conhecidas', () => {
    const paginas = servidas().filter((rota) => PAGINAS.test(rota.split(' ')[1]!));
    expect(paginas.every((rota) => rota.startsWith('GET '))).toBe(true);
    expect(paginas.filter((rota) => !rota.startsWith('GET /docs')).sort()).toEqual([
      'GET /correio',
      'GET /correio/{id}',
      'GET /correio/{id}/eml',
      'GET /correio/{id}/texto',
      'GET /v1/publico/acesso/redefinir-senha',
      'GET /v1/publico/acesso/verificar-email',
    ]);
  });

  it('deve pedir token em tudo que não é dos caminhos abertos', () => {
    const ABERTOS = /^\/(v1\/(auth|publico)\/|v1\/versao$|saude\/|metricas$)/;
    expect(
      documento.operacoes
        .filter(({ fechada, caminho }) => !fechada && !ABERTOS.test(caminho))
        .map(({ nome }) => nome),
    ).toEqual([]);
  });
});
