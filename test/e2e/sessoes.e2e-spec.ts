import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste, type Resposta } from '../apoio/aplicacao-de-teste.js';
import { ADMIN } from '../apoio/banco-de-teste.js';
import { esperaRecusaDoBanco, retrato } from '../apoio/recusas.js';
import { TABELAS_DE_SESSAO } from '../apoio/sessao-de-teste.js';

interface Entrada {
  accessToken: string;
  refreshToken: string;
  expiraEm: string;
  usuario: { id: number };
}
interface Sessao {
  id: number;
  origem: string | null;
  agente: string | null;
  atual: boolean;
}

const SEM_TOKEN = { authorization: '' };
const ANA = { nome: 'Ana', email: 'ana@sessoes.local', senha: 'frase longa da ana', papeis: ['RECEPCAO'] };

describe('sessões', () => {
  let app: AplicacaoDeTeste;
  let entrada: Entrada;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await app.criar('/v1/usuarios', ANA);
  });
  afterAll(() => app.encerrar());
  beforeEach(async () => {
    await app.entrar();
    entrada = await entrar();
  });

  const entrar = async (
    email = ANA.email,
    senha = ANA.senha,
    agente = 'programa da ana',
  ): Promise<Entrada> => {
    const cabecalhos = { ...SEM_TOKEN, 'user-agent': agente };
    return (await app.pedir<Entrada>('POST', '/v1/auth/login', { email, senha }, cabecalhos)).corpo.data;
  };
  const renovar = (corpo: unknown) => app.pedir<Entrada>('POST', '/v1/auth/refresh', corpo, SEM_TOKEN);
  const como = (token: string, cabecalhos = {}) => ({ authorization: `Bearer ${token}`, ...cabecalhos });
  const eu = (token: string) => app.pedir('GET', '/v1/auth/eu', undefined, como(token));
  const minhas = (token: string) => app.pedir<Sessao[]>('GET', '/v1/auth/eu/sessoes', undefined, como(token));
  const esperaFim = ({ status, corpo }: Resposta<unknown>) => {
    expect([status, corpo.error[0]!.codigo, corpo.error[0]!.message]).toEqual([
      401,
      'ACESSO.RENOVACAO_RECUSADA',
      'A sessão terminou. Entre de novo.',
    ]);
  };

  it('deve renovar com a mesma forma da entrada, sem que ninguém guarde a resposta', async () => {
    const { status, corpo, cabecalhos } = await renovar({ refreshToken: entrada.refreshToken });
    expect(status).toBe(200);
    expect(cabecalhos.get('cache-control')).toBe('no-store');
    expect(Object.keys(corpo.data).sort()).toEqual(Object.keys(entrada).sort());
    expect(corpo.data.usuario).toEqual(entrada.usuario);
    expect((await eu(corpo.data.accessToken)).status).toBe(200);
  });

  it.each<[string, unknown, number]>([
    ['nada', {}, 422],
    ['um número', { refreshToken: 1 }, 422],
    ['uma lista', { refreshToken: ['x'] }, 422],
    ['um campo a mais', { refreshToken: 'x', usuarioId: 1 }, 422],
    ['um texto longo demais', { refreshToken: 'x'.repeat(101) }, 422],
    ['um JSON quebrado', '{', 400],
    ['um token que não existe', { refreshToken: 'A'.repeat(43) }, 401],
    ['SQL', { refreshToken: "' OR '1'='1" }, 401],
    ['o próprio hash', { refreshToken: 'a'.repeat(64) }, 401],
  ])('deve recusar %s sem gravar nada', async (_, corpo, esperado) => {
    const antes = await retrato(app, ...TABELAS_DE_SESSAO);
    expect((await renovar(corpo)).status).toBe(esperado);
    expect(await retrato(app, ...TABELAS_DE_SESSAO)).toEqual(antes);
  });

  it('deve não aceitar o token de acesso para renovar, nem o de renovação para acessar', async () => {
    expect((await renovar({ refreshToken: entrada.accessToken })).status).toBe(422);
    expect((await eu(entrada.refreshToken)).status).toBe(401);
  });

  it('deve sair: nada do que a sessão tinha vale mais, e as outras seguem', async () => {
    const outra = await entrar();
    const saida = await app.pedir('POST', '/v1/auth/logout', undefined, como(entrada.accessToken));
    expect([saida.status, saida.corpo]).toEqual([204, {}]);
    expect((await eu(entrada.accessToken)).status).toBe(401);
    esperaFim(await renovar({ refreshToken: entrada.refreshToken }));
    expect((await eu(outra.accessToken)).status).toBe(200);
    expect((await app.pedir('POST', '/v1/auth/logout', undefined, SEM_TOKEN)).status).toBe(401);
  });

  it('deve mostrar só as próprias sessões abertas, e dizer qual é esta', async () => {
    await app.pedir('POST', '/v1/auth/eu/sessoes/encerrar-outras', undefined, como(entrada.accessToken));
    const outra = await entrar(undefined, undefined, `Navegador ${'x'.repeat(300)}`);
    const { corpo, cabecalhos } = await minhas(outra.accessToken);

    expect(cabecalhos.get('cache-control')).toBe('no-store');
    expect(corpo.data.map(({ agente, atual }) => [agente?.length, atual])).toEqual([
      [200, true],
      ['programa da ana'.length, false],
    ]);
    expect(corpo.data[0]!.origem).toMatch(/127\.0\.0\.1$/);
    expect(JSON.stringify(corpo)).not.toMatch(/hash|token/i);
    const doAdmin = await minhas(app.token);
    expect(doAdmin.corpo.data.map(({ id }) => id)).not.toContain(corpo.data[0]!.id);
  });

  it('deve terminar uma das próprias, e não saber das de mais ninguém', async () => {
    const outra = await entrar();
    const [{ id } = { id: 0 }] = (await minhas(outra.accessToken)).corpo.data;
    const apagar = (qual: unknown, token: string) =>
      app.pedir('DELETE', `/v1/auth/eu/sessoes/${String(qual)}`, undefined, como(token));

    for (const [qual, token] of [
      [id, app.token],
      [999_999, outra.accessToken],
      ['abc', outra.accessToken],
      ['0', outra.accessToken],
    ] as const)
      expect((await apagar(qual, token)).status).toBe(404);
    expect((await apagar(id, entrada.accessToken)).status).toBe(204);
    expect((await eu(outra.accessToken)).status).toBe(401);
    expect((await apagar(id, entrada.accessToken)).status).toBe(404);
  });

  it('deve não guardar para uma Idempotency-Key o que responde', async () => {
    const chave = { 'idempotency-key': 'sessoes-1' };
    await app.pedir('POST', '/v1/auth/eu/sessoes/encerrar-outras', {}, como(entrada.accessToken, chave));
    await app.pedir('POST', '/v1/auth/logout', {}, como(entrada.accessToken, chave));
    await app.pedir(
      'POST',
      '/v1/auth/login',
      { email: ADMIN.email, senha: ADMIN.senha },
      como(app.token, chave),
    );
    expect(await app.consultar("SELECT * FROM chaves_de_idempotencia WHERE rota LIKE '/v1/auth%'")).toEqual(
      [],
    );
  });

  it('deve guardar do token só o hash, que o banco não aceita duas vezes', async () => {
    const tokens = await app.consultar('SELECT * FROM tokens_de_renovacao');
    expect(JSON.stringify(tokens)).not.toContain(entrada.refreshToken);
    const { id: _, ...repetido } = tokens.at(-1)!;
    await esperaRecusaDoBanco(app, ['tokens_de_renovacao', repetido as never], 'chave_duplicada');
  });
});
