import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { NO_MYSQL } from '../../../../test/apoio/banco-de-teste.js';
import { EsquecerLimites } from './esquecer-limites.tarefa.js';
import { LimitesDeAcesso } from './limites-de-acesso.js';

const MINUTO = 60_000;

describe('LimitesDeAcesso', () => {
  let app: AplicacaoDeTeste;
  let limites: LimitesDeAcesso;
  let chave: string;
  let numero = 0;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    limites = app.app.get(LimitesDeAcesso);
  });
  beforeEach(() => {
    chave = `cadastro de 203.0.113.${++numero}`;
  });
  afterAll(() => app.encerrar());

  const consumir = () => limites.consumir(chave, 3, 60 * MINUTO);
  const linha = async (qual: string) =>
    (await app.consultar('SELECT * FROM limites_de_acesso WHERE chave = ?', [qual]))[0];
  const tres = { maximo: 3, janelaMs: 60 * MINUTO };

  it('deve deixar passar até o máximo de cada janela, e dizer quando abre a próxima', async () => {
    await consumir();
    app.relogio.avancar(20 * MINUTO);
    await consumir();
    await consumir();
    await expect(consumir()).rejects.toMatchObject({
      tipo: 'excesso',
      codigo: 'ACESSO.MUITOS_PEDIDOS',
      repetirEmS: 2_400,
    });
    app.relogio.avancar(40 * MINUTO);
    await consumir();
    await consumir();
    await consumir();
    await expect(consumir()).rejects.toThrow('em 60 minutos');
  });

  it('deve contar uma vez só cada um de cem ao mesmo tempo', async () => {
    const todos = await Promise.allSettled(
      Array.from({ length: 100 }, () => limites.consumir(chave, 20, MINUTO)),
    );
    expect(todos.filter((t) => t.status === 'fulfilled')).toHaveLength(20);
    for (const t of todos)
      if (t.status === 'rejected') expect(t.reason).toMatchObject({ codigo: 'ACESSO.MUITOS_PEDIDOS' });
  });

  it('deve guardar de quem se trata só como resumo com chave', async () => {
    await consumir();
    const guardadas = JSON.stringify(await app.consultar('SELECT * FROM limites_de_acesso'));
    expect(guardadas).not.toContain('203.0.113');
    expect(limites.chave('conta', 'a')).toMatch(/^conta:[0-9a-f]{32}$/);
    expect(limites.chave('par', 'a', 'b')).not.toBe(limites.chave('par', 'b', 'a'));
  });

  it('deve devolver uma vaga, nunca mais do que se tomou', async () => {
    const qual = limites.chave('conta', chave);
    await limites.devolver(qual);
    await limites.reservar(qual, tres);
    for (let i = 0; i < 3; i++) await limites.devolver(qual);
    expect((await linha(qual))!.contador).toBe(0);
  });

  it('deve lembrar pelo tempo pedido, mesmo quando cem lembram juntos, e zerar os que começam igual', async () => {
    const par = limites.chave('par', chave, 'casa');
    await Promise.all(Array.from({ length: 100 }, () => limites.lembrar(par, 60 * MINUTO)));
    expect(await limites.lembra(par)).toBe(true);
    for (let i = 0; i < 3; i++) await limites.reservar(par, { ...tres, renova: true });
    expect(await limites.cheioAte(par, 3)).not.toBeNull();
    await limites.zerar(limites.chave('par', `${chave}0`));
    expect(await limites.cheioAte(par, 3)).not.toBeNull();
    await limites.zerar(limites.chave('par', chave));
    expect(await limites.cheioAte(par, 3)).toBeNull();
    app.relogio.avancar(60 * MINUTO);
    expect(await limites.lembra(par)).toBe(false);
  });

  it('deve recusar contar dentro de uma unidade de trabalho, que desfaria a conta', async () => {
    await expect(app.unidade.executar(() => consumir())).rejects.toThrow('inside a unit of work');
  });

  it('deve zerar dentro de uma unidade de trabalho, e só se ela se confirmar', async () => {
    const conta = limites.chave('conta', chave);
    await limites.reservar(conta, tres);
    const desfeita = app.unidade.executar(async () => {
      await limites.zerar(conta);
      throw new Error('undone');
    });
    await expect(desfeita).rejects.toThrow('undone');
    expect((await linha(conta))?.contador).toBe(1);
    await app.unidade.executar(() => limites.zerar(conta));
    expect((await linha(conta))?.contador).toBe(0);
  });

  it('deve esquecer o que já não conta, e só isso', async () => {
    await consumir();
    const par = limites.chave('par', chave, 'casa');
    await limites.lembrar(par, 30 * 24 * 60 * MINUTO);
    app.relogio.avancar(24 * 60 * MINUTO);
    const tarefa = app.app.get(EsquecerLimites);
    await app.unidade.executar((tx) => tarefa.executar(tx, app.relogio.agora()));
    const sobraram = await app.consultar('SELECT chave FROM limites_de_acesso WHERE expira_em < ?', [
      app.relogio.agora(),
    ]);
    expect(sobraram).toEqual([]);
    expect(await limites.lembra(par)).toBe(true);
  });

  it.each([
    ["SELECT janela_ate FROM limites_de_acesso WHERE chave = 'a'", 'uq_limites_de_acesso_chave'],
    [
      "SELECT id FROM limites_de_acesso WHERE chave = 'a' AND expira_em > '2030-01-01'",
      'uq_limites_de_acesso_chave',
    ],
    [
      "UPDATE limites_de_acesso SET contador = 1 WHERE chave = 'a' AND (janela_ate <= '2030-01-01' OR contador < 3)",
      'uq_limites_de_acesso_chave',
    ],
    [
      "UPDATE limites_de_acesso SET contador = 0 WHERE chave = 'a' OR (chave > 'a:' AND chave < 'a;')",
      'uq_limites_de_acesso_chave',
    ],
    [
      "SELECT id FROM limites_de_acesso WHERE expira_em < '2020-01-01' ORDER BY expira_em LIMIT 500",
      'ix_limites_de_acesso_expira',
    ],
  ])('deve achar por índice: %s', async (sql, indice) => {
    await app.unidade.executar(async (tx) => {
      for (let i = 0; i < 300; i++)
        await tx.executar(
          'INSERT INTO limites_de_acesso (chave, contador, janela_ate, expira_em) VALUES (?, 1, ?, ?)',
          [`cheia:${numero}:${i}`, app.relogio.agora(), app.relogio.agora()],
        );
      // One that is found: of a key that is not there the servers plan nothing.
      await tx.executar("DELETE FROM limites_de_acesso WHERE chave = 'a'");
      await tx.executar(
        "INSERT INTO limites_de_acesso (chave, contador, janela_ate, expira_em) VALUES ('a', 1, '2029-01-01', '2040-01-01')",
      );
      const plano = await tx.consultar(`${NO_MYSQL ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN'} ${sql}`);
      expect(JSON.stringify(plano)).toContain(indice);
    });
  });
});
