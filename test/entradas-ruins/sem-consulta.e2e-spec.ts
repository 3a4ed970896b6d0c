import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { pararRele } from '../apoio/rele-parado.js';
import { corpoCompleto } from '../exemplos/corpo-do-swagger.js';
import { Documento, type Operacao } from '../exemplos/documento.js';
import { type Ataque, falhasDosAtaques } from './ataques.js';
import { enderecoDe } from './ataques-aos-campos.js';
import { conferirRecusa, type Envio, enviar } from './recusa.js';

/** The rest of the query, and the name at fault. */
const CONSULTAS = [
  ['naoHa=1', 'naoHa'],
  ['limite=5', 'limite'],
  ['__proto__=1', '__proto__'],
  ['constructor=1', 'constructor'],
  ['a[b]=1', 'a[b]'],
  ['naoHa', 'naoHa'],
] as const;

describe('rotas que não têm consulta', () => {
  let app: AplicacaoDeTeste;
  let documento: Documento;
  let semConsulta: readonly Operacao[];

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await pararRele(app);
    documento = await Documento.ler(app);
    semConsulta = documento.operacoes.filter(
      ({ caminho, parametros }) => caminho.startsWith('/v1/') && !parametros.some((p) => p.in === 'query'),
    );
  });
  afterAll(() => app.encerrar());

  const envioDe = ({ metodo, caminho, corpo }: Operacao, consulta = ''): Envio => ({
    metodo,
    caminho: enderecoDe({ caminho }) + consulta,
    ...(corpo ? { corpo: JSON.stringify(corpoCompleto(documento, corpo)) } : {}),
  });

  it('deve receber 400 qualquer parâmetro, com o nome dele, em qualquer método', async () => {
    expect(semConsulta.filter(({ metodo }) => metodo === 'GET').length).toBeGreaterThan(20);
    const ataques = semConsulta.flatMap((operacao) =>
      CONSULTAS.map(([consulta, campo]): Ataque => ({
        envio: envioDe(operacao, `?${consulta}`),
        status: 400,
        campos: [campo],
        codigo: 'PLATAFORMA.CAMPO_DESCONHECIDO',
      })),
    );
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve dizer o mesmo que a rota que tem consulta', async () => {
    const [com, sem] = await Promise.all(
      ['/v1/leitos', '/v1/hospital'].map((caminho) => app.get(`${caminho}?naoHa=1&outro=2`)),
    );
    expect([sem!.status, sem!.corpo.error]).toEqual([com!.status, com!.corpo.error]);
    expect(sem!.corpo.error.map(({ campo }) => campo)).toEqual(['naoHa', 'outro']);
  });

  it('deve dizer do método errado num endereço por extenso, que outra rota tomaria por um id', async () => {
    for (const consulta of ['', '?setorId=1']) {
      const { status, cabecalhos } = await app.pedir('PATCH', `/v1/leitos/mapa${consulta}`, { numero: '1' });
      expect([status, cabecalhos.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  });

  it('deve recusar primeiro a quem não pode entrar, e só depois olhar a consulta', async () => {
    const fechadas = semConsulta.filter(({ fechada }) => fechada);
    const ataques = fechadas.map((operacao): Ataque => ({
      envio: { ...envioDe(operacao, '?naoHa=1'), cabecalhos: { authorization: '' } },
      status: 401,
    }));
    expect(await falhasDosAtaques(app, ataques)).toEqual([]);
  });

  it('deve não guardar a recusa para a chave: sem o parâmetro, o mesmo pedido serve', async () => {
    const corpo = { nome: 'Ala da consulta' };
    const cabecalhos = { 'idempotency-key': 'setor-sem-consulta' };
    conferirRecusa(await enviar(app, { caminho: '/v1/setores?naoHa=1', corpo, cabecalhos }), {
      status: 400,
      codigo: 'PLATAFORMA.CAMPO_DESCONHECIDO',
      campo: 'naoHa',
    });
    expect((await enviar(app, { caminho: '/v1/setores', corpo, cabecalhos })).status).toBe(201);
  });

  it('deve atender a consulta vazia', async () => {
    expect((await enviar(app, { metodo: 'GET', caminho: '/v1/hospital?' })).status).toBe(200);
  });

  it('deve abrir o que não é da API com o que lhe acrescentem: páginas dos e-mails, documentos, sondas', async () => {
    for (const caminho of [
      '/v1/publico/acesso/verificar-email',
      '/v1/publico/acesso/redefinir-senha',
      '/docs',
      '/docs-json',
      '/saude/viva',
      '/saude/pronta',
      '/metricas',
    ])
      expect([caminho, (await fetch(`${app.url}${caminho}?utm_source=correio&fbclid=1`)).status]).toEqual([
        caminho,
        200,
      ]);
  });
});
