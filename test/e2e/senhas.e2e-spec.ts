import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { ADMIN } from '../apoio/banco-de-teste.js';
import { PessoaDeTeste } from '../apoio/pessoa-de-teste.js';
import { retrato } from '../apoio/recusas.js';

const NOVA = 'outra frase bem comprida';

describe('senhas', () => {
  let app: AplicacaoDeTeste;
  let ana: PessoaDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  beforeEach(async () => {
    ana = await PessoaDeTeste.criar(app);
  });
  afterEach(async () => {
    await app.pedir('PATCH', '/v1/hospital', { exigeTrocaDaSenhaInicial: false });
  });
  afterAll(() => app.encerrar());

  const trocar = (senhaAtual: unknown, novaSenha: unknown) =>
    ana.pedir('PATCH', '/v1/auth/eu/senha', { senhaAtual, novaSenha });
  const eu = (token = ana.token) =>
    ana.pedir('GET', '/v1/auth/eu', undefined, { authorization: `Bearer ${token}` });

  it('deve trocar, manter esta sessão, e terminar as outras', async () => {
    const outra = ana.token;
    const outroRefresh = ana.refreshToken;
    await ana.entrar();
    const { status, cabecalhos } = await trocar(ana.senha, NOVA);
    expect([status, cabecalhos.get('cache-control')]).toEqual([204, 'no-store']);
    expect([(await eu()).status, (await ana.renovar()).status]).toEqual([200, 200]);
    expect((await eu(outra)).status).toBe(401);
    const velha = await app.pedir('POST', '/v1/auth/refresh', { refreshToken: outroRefresh });
    expect(velha.status).toBe(401);
    expect((await ana.entrar()).status).toBe(401);
    expect((await ana.entrar({ senha: NOVA })).status).toBe(200);
  });

  it('deve recusar, sem mudar nada, a atual errada e a nova igual, comum, curta ou previsível', async () => {
    const recusas: [unknown, unknown, number, string, string][] = [
      ['errada', NOVA, 422, 'ACESSO.SENHA_INCORRETA', 'senhaAtual'],
      [ana.senha, ana.senha, 422, 'ACESSO.SENHA_REPETIDA', 'novaSenha'],
      [ana.senha, 'corinthians10', 422, 'ACESSO.SENHA_COMUM', 'novaSenha'],
      [ana.senha, 'a rita que sabe', 422, 'ACESSO.SENHA_PREVISIVEL', 'novaSenha'],
      [ana.senha, 'curta', 422, 'PLATAFORMA.CAMPO_INVALIDO', 'novaSenha'],
      [ana.senha, 'ﷺ'.repeat(100), 422, 'ACESSO.SENHA_TAMANHO', 'novaSenha'],
      [ana.senha, 7, 422, 'PLATAFORMA.CAMPO_INVALIDO', 'novaSenha'],
      [null, NOVA, 422, 'PLATAFORMA.CAMPO_INVALIDO', 'senhaAtual'],
    ];
    const antes = await retrato(app, 'usuarios', 'sessoes');
    for (const [atual, nova, status, codigo, campo] of recusas) {
      const resposta = await trocar(atual, nova);
      expect([resposta.status, resposta.corpo.error[0]]).toMatchObject([status, { codigo, campo }]);
    }
    expect(await retrato(app, 'usuarios', 'sessoes')).toEqual(antes);
  });

  it('deve contar a atual errada como tentativa de entrar', async () => {
    for (let i = 0; i < 10; i++) expect((await trocar('errada', NOVA)).status).toBe(422);
    const certa = await trocar(ana.senha, NOVA);
    expect([certa.status, certa.corpo.error[0]!.codigo]).toEqual([429, 'ACESSO.BLOQUEADO']);
    expect((await ana.entrar()).status).toBe(429);
    expect((await app.post(`/v1/usuarios/${ana.id}/desbloquear`)).status).toBe(204);
    expect((await trocar(ana.senha, NOVA)).status).toBe(204);
  });

  it('deve trocar uma vez só quando oito trocam juntas', async () => {
    const juntas = await Promise.all(Array.from({ length: 8 }, (_, i) => trocar(ana.senha, `${NOVA} ${i}`)));
    const trocadas = juntas.map((r, i) => (r.status === 204 ? i : -1)).filter((i) => i >= 0);
    expect(trocadas).toHaveLength(1);
    expect((await ana.entrar({ senha: `${NOVA} ${trocadas[0]}` })).status).toBe(200);
  });

  it('deve deixar o administrador dar outra senha, terminar as sessões e liberar a conta', async () => {
    for (let i = 0; i < 10; i++) await ana.entrar({ senha: 'errada' });
    const redefinir = (senha: unknown, id = ana.id) =>
      app.post(`/v1/usuarios/${id}/redefinir-senha`, { senha });
    expect((await redefinir('flamengo81')).corpo.error[0]!.codigo).toBe('ACESSO.SENHA_COMUM');
    expect((await redefinir(NOVA, 999_999)).status).toBe(404);
    expect((await eu()).status).toBe(200);

    const { status, corpo } = await redefinir(NOVA);
    expect([status, corpo.data.id]).toEqual([200, ana.id]);
    expect(JSON.stringify(corpo)).not.toMatch(/senha/i);
    expect([(await eu()).status, (await ana.renovar()).status]).toEqual([401, 401]);
    expect((await ana.entrar()).status).toBe(401);
    expect((await ana.entrar({ senha: NOVA })).status).toBe(200);
    const comoAna = await ana.pedir('POST', '/v1/usuarios/1/redefinir-senha', { senha: NOVA });
    expect(comoAna.status).toBe(403);
  });

  it('deve abrir a quem tem senha dada por outro só a troca dela, onde o hospital a exige', async () => {
    await app.pedir('PATCH', '/v1/hospital', { exigeTrocaDaSenhaInicial: true });
    expect((await ana.entrar()).corpo.data.usuario.pendencia).toBe('TROCAR_SENHA');
    const barrada = await ana.pedir('GET', '/v1/leitos');
    expect([barrada.status, barrada.corpo.error[0]!.codigo]).toEqual([403, 'ACESSO.TROCAR_SENHA']);

    expect((await trocar(ana.senha, NOVA)).status).toBe(204);
    expect((await eu()).status).toBe(401);
    expect((await ana.renovar()).corpo.data.usuario.pendencia).toBeNull();
    expect((await ana.pedir('GET', '/v1/leitos')).status).toBe(200);
    expect((await ana.entrar({ senha: NOVA })).corpo.data.usuario.pendencia).toBeNull();

    await app.post(`/v1/usuarios/${ana.id}/redefinir-senha`, { senha: 'mais uma frase dada' });
    expect((await ana.entrar({ senha: 'mais uma frase dada' })).corpo.data.usuario.pendencia).toBe(
      'TROCAR_SENHA',
    );
  });

  it('deve nunca forçar o administrador da configuração', async () => {
    await app.pedir('PATCH', '/v1/hospital', { exigeTrocaDaSenhaInicial: true });
    const { corpo } = await app.pedir<{ usuario: { pendencia: unknown } }>('POST', '/v1/auth/login', ADMIN);
    expect(corpo.data.usuario.pendencia).toBeNull();
  });

  it('deve mostrar ao administrador até quando a conta está bloqueada, e não guardar a liberação por chave', async () => {
    const email = 'nova@gente.local';
    const { id } = await app.criar('/v1/usuarios', { nome: 'Nova', email, senha: NOVA, papeis: ['MEDICO'] });
    for (let i = 0; i < 10; i++) await app.post('/v1/auth/login', { email, senha: 'errada' });
    expect((await app.post('/v1/auth/login', { email, senha: NOVA })).status).toBe(429);
    const ate = Date.parse(String((await app.get(`/v1/usuarios/${id}`)).corpo.data.bloqueadoAte));
    expect(ate - app.relogio.agora().getTime()).toBeGreaterThan(59 * 60_000);
    const chave = { 'idempotency-key': 'liberar' };
    expect((await app.pedir('POST', `/v1/usuarios/${id}/desbloquear`, {}, chave)).status).toBe(204);
    expect((await app.get(`/v1/usuarios/${id}`)).corpo.data.bloqueadoAte).toBeNull();
    expect((await app.post('/v1/auth/login', { email, senha: NOVA })).status).toBe(200);
    expect((await app.post('/v1/usuarios/999999/desbloquear')).status).toBe(404);
  });
});
