import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { criarAplicacao } from '../../src/aplicacao.js';
import { Ambiente } from '../../src/config/ambiente.js';
import { ACESSOS, SENHA_DA_DEMONSTRACAO } from '../../src/demonstracao/acessos.js';
import { Demonstracao } from '../../src/plataforma/demonstracao/demonstracao.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { type BancoDeTeste, criarBancoDeTeste, NO_MYSQL } from '../apoio/banco-de-teste.js';

const HORA = 3_600_000;

describe('partida da demonstração', () => {
  let banco: BancoDeTeste;
  const abertas: AplicacaoDeTeste[] = [];

  beforeAll(async () => {
    banco = await criarBancoDeTeste({ DEMO: 'true', RELOGIO_MOVEL: '' });
  });
  afterAll(async () => {
    for (const app of abertas) await app.app.close();
    await banco.apagar();
  });

  const ligar = async (): Promise<AplicacaoDeTeste> => {
    const app = await AplicacaoDeTeste.sobre(banco);
    abertas.push(app);
    return app;
  };
  const com = (mudancas: Partial<Ambiente>) =>
    criarAplicacao(new Ambiente({ ...banco.ambiente, ...mudancas }));

  it('deve criar um hospital só, ainda que dois processos partam juntos onde isso é possível', async () => {
    const apps = await Promise.all(NO_MYSQL ? [ligar(), ligar()] : [ligar()]);
    for (const app of apps) expect(app.app.get(Demonstracao).ativa).toBe(true);
    expect(await apps[0]!.consultar('SELECT COUNT(*) AS n FROM demonstracao')).toEqual([{ n: 1 }]);
    expect((await apps[0]!.get<{ demonstracao: boolean }>('/v1/versao')).corpo.data.demonstracao).toBe(true);
  }, 240_000);

  it('deve deixar entrar cada perfil, desta máquina', async () => {
    const [app] = abertas;
    for (const { papel, email } of ACESSOS) {
      const resposta = await app!.pedir<{ usuario: { papeis: string[] } }>('POST', '/v1/auth/login', {
        email,
        senha: SENHA_DA_DEMONSTRACAO,
      });
      expect([email, resposta.corpo.data.usuario.papeis]).toEqual([email, [papel]]);
    }
  });

  it('deve recusar os seus acessos a quem vem de outra máquina, e aceitar os da configuração', async () => {
    const url = `${abertas[0]!.url}/v1/auth/login`;
    const entrar = (dados: object): Promise<number> =>
      new Promise((resolver, recusar) => {
        const cabecalhos = { 'content-type': 'application/json', 'x-forwarded-for': '10.0.0.7' };
        const pedido = request(url, { method: 'POST', headers: cabecalhos }, (resposta) => {
          resposta.resume();
          resolver(resposta.statusCode!);
        });
        pedido.once('error', recusar).end(JSON.stringify(dados));
      });
    expect(await entrar({ email: ACESSOS[0]!.email, senha: SENHA_DA_DEMONSTRACAO })).toBe(403);
    const { email, senha } = banco.ambiente.primeiroAcesso!;
    expect(await entrar({ email, senha })).toBe(200);
  });

  it('deve não ter avisado ninguém do que inventou', async () => {
    const [app] = abertas;
    for (const tabela of ['eventos', 'entregas', 'correio_local'])
      expect([tabela, await app!.consultar(`SELECT COUNT(*) AS n FROM ${tabela}`)]).toEqual([
        tabela,
        [{ n: 0 }],
      ]);
  });

  it('deve reconhecê-lo na partida seguinte, com o relógio onde fora posto', async () => {
    const primeira = abertas[0]!;
    const adiantado = await primeira.post<{ agora: string }>('/v1/relogio/avancar', { horas: 30 });
    for (const app of abertas.splice(0)) await app.app.close();
    const segunda = await ligar();
    expect(segunda.app.get(Demonstracao).ativa).toBe(true);
    const agora = segunda.relogio.agora().getTime();
    expect(agora - Date.parse(adiantado.corpo.data.agora)).toBeGreaterThanOrEqual(0);
    expect(agora - Date.now()).toBeGreaterThanOrEqual(30 * HORA - 1_000);
    await abertas.pop()!.app.close();
  });

  it('deve não servir à produção', async () => {
    await expect(com({ producao: true, demo: null })).rejects.toThrow('não serve à produção');
  });

  it('deve decidir uma vez só o que partem juntos um processo com DEMO e outro sem', async () => {
    if (!NO_MYSQL) return;
    const outro = await criarBancoDeTeste({ DEMO: '' });
    const partir = (demo: boolean | null) => criarAplicacao(new Ambiente({ ...outro.ambiente, demo }));
    const [com, sem] = await Promise.allSettled([partir(true), partir(null)]);
    if (sem.status === 'rejected') throw sem.reason;
    const decidida = sem.value.get(Demonstracao).ativa;
    await sem.value.close();
    if (com.status === 'fulfilled') await com.value.close();
    else expect(String(com.reason)).toContain('este banco já tem um hospital');
    expect(com.status).toBe(decidida ? 'fulfilled' : 'rejected');
    await outro.apagar();
  });

  it('deve recusar a demonstração num banco que já tem um hospital, e não criá-la na segunda partida', async () => {
    const outro = await criarBancoDeTeste();
    await (await AplicacaoDeTeste.sobre(outro)).app.close();
    const partir = (demo: boolean | null) => criarAplicacao(new Ambiente({ ...outro.ambiente, demo }));
    await expect(partir(true)).rejects.toThrow('este banco já tem um hospital');
    const app = await partir(null);
    expect(app.get(Demonstracao).ativa).toBe(false);
    await app.close();
    await outro.apagar();
  });
});
