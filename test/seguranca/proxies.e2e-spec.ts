import { Controller, Get, Module, Req } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { MODULOS } from '../../src/app.module.js';
import { daPropriaMaquina } from '../../src/plataforma/http/da-propria-maquina.js';
import { Rota } from '../../src/plataforma/http/rota.js';
import { contextoAtual } from '../../src/plataforma/observabilidade/contexto.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

interface Vista {
  readonly origem: string | null;
  readonly local: boolean;
}

/** What throttling, the audit and the pages of this machine see of who asks. */
@Controller('publico/origem')
class OrigemController {
  @Get()
  @Rota({ resumo: 'Diz de onde vem o pedido', acesso: 'publico' })
  dizer(@Req() requisicao: FastifyRequest): Vista {
    return { origem: contextoAtual()?.origem ?? null, local: daPropriaMaquina(requisicao) };
  }
}

@Module({ controllers: [OrigemController] })
class OrigemModule {}

const FORJADOS: readonly Record<string, string>[] = [
  { 'x-forwarded-for': '203.0.113.9' },
  { 'x-forwarded-for': '203.0.113.9, 10.0.0.1' },
  { 'x-real-ip': '203.0.113.9' },
  { 'x-client-ip': '203.0.113.9' },
  { 'true-client-ip': '203.0.113.9' },
  { 'cf-connecting-ip': '203.0.113.9' },
  { forwarded: 'for=203.0.113.9' },
];

const comVariaveis = (proxies: string | null, testes: (ver: Ver) => void): void => {
  let app: AplicacaoDeTeste;
  beforeAll(async () => {
    MODULOS.push(OrigemModule);
    app = await AplicacaoDeTeste.iniciar(proxies === null ? {} : { PROXIES_CONFIAVEIS: proxies });
  });
  afterAll(async () => {
    MODULOS.pop();
    await app.encerrar();
  });
  testes(
    async (cabecalhos) =>
      (await app.pedir<Vista>('GET', '/v1/publico/origem', undefined, cabecalhos)).corpo.data,
  );
};

type Ver = (cabecalhos: Record<string, string>) => Promise<Vista>;

describe('endereço do cliente, sem proxies de confiança', () => {
  comVariaveis(null, (ver) => {
    it('deve ser o de quem se conectou, diga ele o que disser', async () => {
      expect(await ver({})).toEqual({ origem: '127.0.0.1', local: true });
      for (const forjado of FORJADOS)
        expect(await ver(forjado)).toEqual({ origem: '127.0.0.1', local: false });
    });
  });
});

describe('endereço do cliente, quando o proxy é outro', () => {
  comVariaveis('10.0.0.0/8,192.0.2.7', (ver) => {
    it('deve não acreditar em quem não está na lista', async () => {
      for (const forjado of FORJADOS) expect((await ver(forjado)).origem).toBe('127.0.0.1');
    });
  });
});

describe('endereço do cliente, atrás de um proxy de confiança', () => {
  comVariaveis('127.0.0.1, 10.0.0.0/8', (ver) => {
    it('deve ser o que o proxy diz, e a máquina deixa de ser a própria', async () => {
      expect(await ver({ 'x-forwarded-for': '203.0.113.9' })).toEqual({
        origem: '203.0.113.9',
        local: false,
      });
      expect((await ver({ 'x-forwarded-for': '2001:db8::7' })).origem).toBe('2001:db8::7');
      expect((await ver({ 'x-forwarded-for': '::ffff:203.0.113.9' })).origem).toBe('203.0.113.9');
    });

    it('deve ser o último que um proxy acrescentou, não o que o cliente escreveu antes', async () => {
      expect((await ver({ 'x-forwarded-for': '198.51.100.1, 203.0.113.9' })).origem).toBe('203.0.113.9');
      expect((await ver({ 'x-forwarded-for': '198.51.100.1, 203.0.113.9, 10.1.2.3' })).origem).toBe(
        '203.0.113.9',
      );
    });

    it('deve não ser texto de ninguém: o que não é endereço não conta', async () => {
      for (const texto of [
        "1' OR '1'='1",
        'unknown',
        '203.0.113.9:8080',
        '<b>',
        'fe80::1%' + 'a'.repeat(60),
        'á',
      ])
        expect((await ver({ 'x-forwarded-for': encodeURI(texto) })).origem).toBe('127.0.0.1');
    });

    it('deve não sair de outro cabeçalho que ninguém combinou', async () => {
      for (const forjado of FORJADOS.slice(2)) expect((await ver(forjado)).origem).toBe('127.0.0.1');
    });
  });
});
