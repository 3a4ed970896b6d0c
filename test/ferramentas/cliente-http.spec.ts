import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ClienteHttp, SemResposta } from '../../ferramentas/apoio/cliente-http.js';

const CREDENCIAIS = { email: 'a@b', senha: 'segredo' };

/** A server whose tokens are `t-1`, `t-2`…, of which only the last serves. */
describe('cliente das ferramentas', () => {
  let servidor: Server;
  let cliente: ClienteHttp;
  let [entradas, fechado] = [0, false];
  const pedidos: string[] = [];

  beforeEach(async () => {
    [entradas, fechado] = [0, false];
    pedidos.length = 0;
    servidor = createServer((pedido, resposta) => {
      const responder = (status: number, corpo: object): void => {
        resposta.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(corpo));
      };
      if (pedido.url === '/v1/auth/login') {
        if (fechado) return responder(503, {});
        return responder(200, { data: { accessToken: `t-${++entradas}` } });
      }
      pedidos.push(String(pedido.headers.authorization));
      responder(pedido.headers.authorization === `Bearer t-${entradas}` ? 200 : 401, {});
    }).listen(0, '127.0.0.1');
    await new Promise((resolver) => servidor.once('listening', resolver));
    cliente = new ClienteHttp(`http://127.0.0.1:${(servidor.address() as AddressInfo).port}`);
  });
  afterEach(async () => {
    cliente.encerrar();
    await new Promise((resolver) => servidor.close(resolver));
  });

  const pedir = () => cliente.pedir({ metodo: 'GET', caminho: '/v1/leitos' });

  it('deve entrar de novo, uma vez para todos, quando o token vence', async () => {
    await cliente.entrar(CREDENCIAIS);
    entradas++;
    const respostas = await Promise.all(Array.from({ length: 20 }, pedir));

    expect(new Set(respostas.map(({ status }) => status))).toEqual(new Set([200]));
    expect(entradas).toBe(3);
    expect(new Set(pedidos)).toEqual(new Set(['Bearer t-1', 'Bearer t-3']));
  });

  it('deve passar adiante a recusa de quem nunca entrou', async () => {
    expect((await pedir()).status).toBe(401);
    expect(entradas).toBe(0);
  });

  it('deve dizer que não houve resposta quando não consegue entrar de novo', async () => {
    await cliente.entrar(CREDENCIAIS);
    entradas++;
    fechado = true;
    await expect(pedir()).rejects.toBeInstanceOf(SemResposta);
  });
});
