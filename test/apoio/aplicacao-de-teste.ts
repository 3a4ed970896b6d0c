import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { criarAplicacao, escutar } from '../../src/aplicacao.js';
import { Leitura } from '../../src/banco/leitura.js';
import type { Linha, Parametro } from '../../src/banco/dialeto.js';
import { UnidadeDeTrabalho } from '../../src/banco/unidade-de-trabalho.js';
import { Relogio, type RelogioMovel } from '../../src/plataforma/tempo/relogio.js';
import { ADMIN, type BancoDeTeste, criarBancoDeTeste } from './banco-de-teste.js';
import { migrarPorCopia } from './banco-migrado.js';

export interface Resposta<T = Record<string, unknown>> {
  readonly status: number;
  readonly cabecalhos: Headers;
  readonly corpo: {
    data: T;
    meta: { limite: number; proximoCursor: string | null };
    error: { title: string; message: string; codigo: string; campo?: string }[];
    correlationId: string;
  };
}

/** The whole application on a port of its own and a database of its own, with a client that is logged in. */
export class AplicacaoDeTeste {
  token = '';

  private constructor(
    readonly app: NestFastifyApplication,
    readonly banco: BancoDeTeste,
    readonly url: string,
  ) {}

  static async iniciar(variaveis: Record<string, string> = {}): Promise<AplicacaoDeTeste> {
    const banco = await criarBancoDeTeste(variaveis);
    await migrarPorCopia(banco.ambiente);
    return AplicacaoDeTeste.sobre(banco);
  }

  /** The same, on a database that exists already; it goes with the application. */
  static async sobre(banco: BancoDeTeste): Promise<AplicacaoDeTeste> {
    const app = await criarAplicacao(banco.ambiente);
    await escutar(app, 0, '127.0.0.1');
    const aplicacao = new AplicacaoDeTeste(app, banco, await app.getUrl());
    await aplicacao.entrar();
    return aplicacao;
  }

  async entrar(email = ADMIN.email, senha = ADMIN.senha): Promise<void> {
    const { corpo, status } = await this.pedir<{ accessToken: string }>('POST', '/v1/auth/login', {
      email,
      senha,
    });
    if (status === 200) this.token = corpo.data.accessToken;
  }

  async pedir<T = Record<string, unknown>>(
    metodo: string,
    caminho: string,
    corpo?: unknown,
    cabecalhos: Record<string, string> = {},
  ): Promise<Resposta<T>> {
    const resposta = await fetch(`${this.url}${caminho}`, {
      method: metodo,
      headers: {
        ...(corpo === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...cabecalhos,
      },
      ...(corpo === undefined ? {} : { body: typeof corpo === 'string' ? corpo : JSON.stringify(corpo) }),
    });
    const texto = await resposta.text();
    return {
      status: resposta.status,
      cabecalhos: resposta.headers,
      corpo: (texto ? JSON.parse(texto) : {}) as Resposta<T>['corpo'],
    };
  }

  get = <T = Record<string, unknown>>(caminho: string) => this.pedir<T>('GET', caminho);
  post = <T = Record<string, unknown>>(caminho: string, corpo: unknown = {}) =>
    this.pedir<T>('POST', caminho, corpo);

  /** Creates and answers the new resource; anything but 201 is a failure of the test. */
  async criar<T = { id: number }>(caminho: string, corpo: unknown): Promise<T> {
    const resposta = await this.post<T>(caminho, corpo);
    if (resposta.status !== 201)
      throw new Error(`${caminho}: ${resposta.status} ${JSON.stringify(resposta.corpo)}`);
    return resposta.corpo.data;
  }

  consultar(sql: string, parametros: Parametro[] = []): Promise<Linha[]> {
    return this.app.get(Leitura).consultar(sql, parametros);
  }

  /** Direct writes, to prepare a scenario or attack a constraint. */
  get unidade(): UnidadeDeTrabalho {
    return this.app.get(UnidadeDeTrabalho);
  }

  get relogio(): RelogioMovel {
    return this.app.get(Relogio) as RelogioMovel;
  }

  async encerrar(): Promise<void> {
    await this.app.close();
    await this.banco.apagar();
  }
}
