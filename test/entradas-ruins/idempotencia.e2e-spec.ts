import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import { Pessoa } from '../apoio/pessoas.js';
import { corpoCompleto } from '../exemplos/corpo-do-swagger.js';
import { Documento, type Operacao } from '../exemplos/documento.js';
import { type Ataque, falhasDosAtaques } from './ataques.js';
import { enderecoDe } from './ataques-aos-campos.js';
import { esperaQueNadaMude } from './nada-mudou.js';
import { conferirRecusa, enviar } from './recusa.js';

const CHAVES_RUINS = ['', ' ', 'a b', 'x'.repeat(256), '\u00e9', 'a\tb'];

describe('Idempotency-Key de um pedido ruim', () => {
  let cenario: CenarioDeLeitos;
  let documento: Documento;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
    documento = await Documento.ler(cenario.app);
  });
  afterAll(() => cenario.encerrar());

  /** Of the closed ones, those that take the header, or those whose answers nobody keeps. */
  const posts = (comChave: boolean): Operacao[] =>
    documento.operacoes.filter(
      ({ metodo, fechada, parametros }) =>
        metodo === 'POST' &&
        fechada &&
        parametros.some(({ name }) => name === 'Idempotency-Key') === comChave,
    );
  const corpoDe = ({ corpo }: Operacao): string =>
    JSON.stringify(corpo ? corpoCompleto(documento, corpo) : {});

  it('deve ser legível, em todo POST fechado que a aceita', async () => {
    const ataques = posts(true).flatMap((operacao, i) =>
      CHAVES_RUINS.slice(0, i === 0 ? undefined : 2).map((chave): Ataque => ({
        envio: {
          metodo: 'POST',
          caminho: enderecoDe(operacao),
          corpo: corpoDe(operacao),
          cabecalhos: { 'idempotency-key': chave },
        },
        status: 400,
        codigo: 'PLATAFORMA.CHAVE_INVALIDA',
        campos: ['Idempotency-Key'],
      })),
    );
    expect(posts(true).length).toBeGreaterThan(20);
    expect(await falhasDosAtaques(cenario.app, ataques)).toEqual([]);
  });

  it('deve ser ignorada, legível ou não, por todo POST fechado que não a aceita', async () => {
    const { app } = cenario;
    expect(posts(false).length).toBeGreaterThan(5);
    for (const operacao of posts(false))
      for (const chave of ['', 'segredo-1', 'segredo-1']) {
        // Each time somebody new: some of these end the session of who asks.
        const pessoa = await Pessoa.criar(app, ['ADMIN']);
        const { status, cabecalhos, corpo } = await pessoa.pedir(
          'POST',
          enderecoDe(operacao, pessoa.id),
          corpoDe(operacao),
          { 'idempotency-key': chave },
        );
        const codigo = corpo.error?.[0]?.codigo ?? '';
        expect([operacao.nome, status, codigo]).not.toEqual([operacao.nome, 401, codigo]);
        expect([operacao.nome, codigo]).toEqual([operacao.nome, expect.not.stringContaining('CHAVE')]);
        expect(cabecalhos.has('idempotency-replayed')).toBe(false);
      }
    expect(await app.consultar('SELECT * FROM chaves_de_idempotencia')).toEqual([]);
  });

  it('deve repetir a recusa, e recusar outro corpo, sem que nada mude', async () => {
    const { app, internacoes } = cenario;
    const corpo = await internacoes.pedido({ leitoId: await cenario.leito('OCUPADO') });
    const envio = { caminho: '/v1/internacoes', corpo, cabecalhos: { 'idempotency-key': 'pedido-1' } };
    const ocupado = { status: 409, codigo: 'INTERNACAO.LEITO_OCUPADO', campo: 'leitoId' };
    await esperaQueNadaMude(app, async () => {
      const primeira = await enviar(app, envio);
      conferirRecusa(primeira, ocupado);
      expect((await enviar(app, envio)).corpo).toEqual(primeira.corpo);
      const outroCorpo = { ...envio, corpo: { ...corpo, cidEntrada: 'A00' } };
      const reutilizada = { status: 422, codigo: 'PLATAFORMA.CHAVE_REUTILIZADA', campo: 'Idempotency-Key' };
      conferirRecusa(await enviar(app, outroCorpo), reutilizada);
    });
  });

  it('deve valer para cópias simultâneas de um comando ilegal', async () => {
    const { app } = cenario;
    const caminho = `/v1/leitos/${await cenario.leito('OCUPADO')}/iniciar-limpeza`;
    const envio = { caminho, corpo: {}, cabecalhos: { 'idempotency-key': 'pedido-2' } };
    await esperaQueNadaMude(app, async () => {
      const respostas = await Promise.all(Array.from({ length: 8 }, () => enviar(app, envio)));
      // The envelope that was kept is the first's, with its correlation.
      const primeira = respostas.find(({ cabecalhos }) => !cabecalhos.has('idempotency-replayed'))!;
      conferirRecusa(primeira, { status: 409, codigo: 'LEITO.TRANSICAO_INVALIDA', campo: null });
      expect(respostas.map(({ corpo }) => corpo)).toEqual(respostas.map(() => primeira.corpo));
    });
  });
});
