import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { instante } from '../../../banco/dialeto.js';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { PessoaDeTeste, TABELAS_DE_SESSAO } from '../../../../test/apoio/sessao-de-teste.js';

const SEGUNDO = 1_000;
const MINUTO = 60 * SEGUNDO;

describe('RenovarSessao', () => {
  let app: AplicacaoDeTeste;
  let ana: PessoaDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());
  beforeEach(async () => {
    ana = await PessoaDeTeste.criar(app);
  });

  const escrever = (sql: string, ...valores: (string | number)[]) =>
    app.unidade.executar((tx) => tx.executar(sql, valores));
  const esperaRecusa = (token: string, codigo = 'ACESSO.RENOVACAO_RECUSADA') =>
    esperaRecusaSemEscrita(app, TABELAS_DE_SESSAO, codigo, () => ana.renovar(token));

  it('deve trocar o token por outro par da mesma sessão, guardando só o hash', async () => {
    const entrada = await ana.entrar();
    app.relogio.avancar(MINUTO);
    const nova = await ana.renovar(entrada.refreshToken);

    expect(nova.usuario).toEqual(entrada.usuario);
    expect(nova.autor.sessaoId).toBe(entrada.autor.sessaoId);
    expect(nova.refreshToken).toMatch(/^[\w-]{43}$/);
    expect(nova.refreshToken).not.toBe(entrada.refreshToken);
    expect(Math.abs(+nova.expiraEm - +entrada.expiraEm - MINUTO)).toBeLessThanOrEqual(2 * SEGUNDO);
    const tokens = await app.consultar('SELECT * FROM tokens_de_renovacao WHERE sessao_id = ?', [
      nova.autor.sessaoId,
    ]);
    expect(tokens).toHaveLength(2);
    expect(JSON.stringify(tokens)).not.toContain(nova.refreshToken);
  });

  it('deve dar um irmão, e só um, a quem repete em até 10 segundos', async () => {
    const { refreshToken } = await ana.entrar();
    const primeira = await ana.renovar(refreshToken);
    app.relogio.avancar(8 * SEGUNDO);
    const irma = await ana.renovar(refreshToken);
    await esperaRecusa(refreshToken, 'ACESSO.RENOVACAO_REPETIDA');

    for (const { refreshToken: token, autor } of [primeira, irma])
      expect((await ana.renovar(token)).autor.sessaoId).toBe(autor.sessaoId);
    expect(await ana.motivos()).toEqual([null]);
  });

  it('deve encerrar a sessão inteira quando um token usado volta depois de 10 segundos', async () => {
    const { refreshToken, accessToken } = await ana.entrar();
    const primeira = await ana.renovar(refreshToken);
    const irma = await ana.renovar(refreshToken);
    app.relogio.avancar(10 * SEGUNDO);

    await expect(ana.renovar(refreshToken)).rejects.toMatchObject({ codigo: 'ACESSO.RENOVACAO_RECUSADA' });
    expect(await ana.motivos()).toEqual(['REUSO']);
    for (const token of [primeira.refreshToken, irma.refreshToken, refreshToken]) await esperaRecusa(token);
    for (const token of [accessToken, primeira.accessToken, irma.accessToken])
      expect(() => ana.autor(token)).toThrow('O token não é válido');
  });

  it('deve poupar as outras sessões da pessoa quando uma é encerrada por reuso', async () => {
    const [uma, outra] = [await ana.entrar(), await ana.entrar()];
    await ana.renovar(uma.refreshToken);
    app.relogio.avancar(MINUTO);
    await expect(ana.renovar(uma.refreshToken)).rejects.toThrow('A sessão terminou');

    expect(await ana.motivos()).toEqual(['REUSO', null]);
    expect((await ana.renovar(outra.refreshToken)).autor.sessaoId).toBe(outra.autor.sessaoId);
  });

  it('deve terminar 30 minutos depois da última renovação', async () => {
    let { refreshToken } = await ana.entrar();
    app.relogio.avancar(30 * MINUTO - 5 * SEGUNDO);
    ({ refreshToken } = await ana.renovar(refreshToken));
    app.relogio.avancar(30 * MINUTO);
    await esperaRecusa(refreshToken);
  });

  it('deve terminar 12 horas depois da entrada, e o token de acesso com ela', async () => {
    let entrada = await ana.entrar();
    const [sessao] = await ana.sessoes();
    for (let renovacoes = 0; renovacoes < 25; renovacoes++) {
      app.relogio.avancar(28 * MINUTO);
      entrada = await ana.renovar(entrada.refreshToken);
    }
    app.relogio.avancar(19 * MINUTO);
    entrada = await ana.renovar(entrada.refreshToken);
    const falta = +instante(sessao!.expira_em) - +entrada.expiraEm;
    expect([falta >= 0, falta < SEGUNDO]).toEqual([true, true]);
    app.relogio.avancar(MINUTO);
    await esperaRecusa(entrada.refreshToken);
  });

  it('deve seguir as políticas do hospital, e dar a quem renova por ter sido recusado tempo para isso', async () => {
    await app.entrar();
    const limites = { sessaoInatividadeMinutos: 5, sessaoMaximaHoras: 1 };
    expect((await app.pedir('PATCH', '/v1/hospital', limites)).status).toBe(200);
    try {
      const agora = app.relogio.agora().getTime();
      const entrada = await ana.entrar();
      expect(+entrada.expiraEm - agora).toBeLessThan(2.6 * MINUTO);
      const [sessao] = await ana.sessoes();
      const dura = +instante(sessao!.expira_em) - agora;
      expect([dura >= 60 * MINUTO, dura < 61 * MINUTO]).toEqual([true, true]);
      app.relogio.avancar(5 * MINUTO);
      await esperaRecusa(entrada.refreshToken);
    } finally {
      await app.entrar();
      await app.pedir('PATCH', '/v1/hospital', { sessaoInatividadeMinutos: 30, sessaoMaximaHoras: 12 });
    }
  });

  it('deve dizer os perfis de agora no token novo', async () => {
    const entrada = await ana.entrar();
    await escrever("UPDATE usuarios_papeis SET papel = 'MEDICO' WHERE usuario_id = ?", ana.id);
    const nova = await ana.renovar(entrada.refreshToken);

    expect([entrada.autor.papeis, nova.autor.papeis, nova.usuario.papeis]).toEqual([
      ['RECEPCAO'],
      ['MEDICO'],
      ['MEDICO'],
    ]);
  });

  it('deve levar adiante o que a pessoa ainda tem de fazer', async () => {
    const { refreshToken } = await ana.entrar();
    await escrever("UPDATE sessoes SET pendencia = 'TROCAR_SENHA' WHERE usuario_id = ?", ana.id);

    expect((await ana.renovar(refreshToken)).autor).toMatchObject({ pendencia: 'TROCAR_SENHA' });
  });

  it('deve recusar do mesmo modo o que não existe, o que terminou e quem não entra mais', async () => {
    await esperaRecusa('x');
    const encerrada = await ana.entrar();
    await escrever(
      "UPDATE sessoes SET encerrada_em = criada_em, motivo_encerramento = 'LOGOUT' WHERE usuario_id = ?",
      ana.id,
    );
    await esperaRecusa(encerrada.refreshToken);
    const inativa = await ana.entrar();
    await escrever(
      "UPDATE usuarios SET ativo = 0, inativado_em = criado_em, motivo_inativacao = 'saiu' WHERE id = ?",
      ana.id,
    );
    await esperaRecusa(inativa.refreshToken);
  });
});
