import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verificarAuditoria } from '../../ferramentas/auditoria/verificar-auditoria.js';
import { Selador } from '../../src/plataforma/auditoria/selador.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

describe('npm run auditoria:verificar', () => {
  let app: AplicacaoDeTeste;
  let variaveis: Record<string, string>;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    for (const nome of ['Um', 'Dois', 'Três']) await app.criar('/v1/setores', { nome });
    await app.app.get(Selador).beforeApplicationShutdown();
    const { auditoriaSegredo, banco } = app.banco.ambiente;
    const { host, porta, usuario, senha, nome, dadosDir } = banco;
    const servidor = {
      DB_HOST: host ?? '',
      DB_PORT: String(porta),
      DB_USER: usuario,
      DB_PASSWORD: senha,
      DB_NAME: nome,
    };
    variaveis = {
      DADOS_DIR: dadosDir,
      JWT_SECRET: auditoriaSegredo,
      ...(host === null ? {} : servidor),
    };
  });
  afterAll(() => app.encerrar());

  async function rodar(argumentos: string[] = [], ambiente: NodeJS.ProcessEnv = variaveis) {
    let texto = '';
    const saida = { write: (pedaco: string) => (texto += pedaco) };
    return { codigo: await verificarAuditoria(argumentos, { ambiente, saida }), texto };
  }
  const mudar = (sql: string) => app.unidade.executar((tx) => tx.executar(sql));

  it('deve dizer que tudo está como foi selado, e dar a âncora, que depois vale', async () => {
    const { codigo, texto } = await rodar();
    expect([codigo, texto]).toEqual([0, expect.stringContaining('tudo está como foi selado')]);
    const [, ancora] = /(\d+:[0-9a-f]{64})/.exec(texto)!;
    expect((await rodar(['--ancora', ancora!])).codigo).toBe(0);
    const alem = `${Number(ancora!.split(':')[0]) + 5}:${'a'.repeat(64)}`;
    expect(await rodar(['--ancora', alem])).toMatchObject({
      codigo: 1,
      texto: expect.stringMatching(/acaba antes da âncora/) as unknown,
    });
  });

  it('deve apontar a primeira linha adulterada e terminar com 1', async () => {
    await mudar("UPDATE auditoria SET acao = 'outra' WHERE id = 2");
    const { codigo, texto } = await rodar();
    expect([codigo, texto]).toEqual([1, expect.stringMatching(/linha 2, selo 2: a linha, ou o selo, não é/)]);
  });

  it('deve dizer que a chave é outra, e não que a trilha mudou', async () => {
    const { codigo, texto } = await rodar([], { ...variaveis, AUDITORIA_CHAVE: 'z'.repeat(40) });
    expect([codigo, texto]).toEqual([1, expect.stringMatching(/selada com outra chave/)]);
  });

  it('deve terminar com 2 quando não pode começar', async () => {
    expect((await rodar(['--ancora', 'x'])).codigo).toBe(2);
    expect((await rodar(['--nada'])).codigo).toBe(2);
    expect((await rodar([], { DADOS_DIR: '/nao/ha' })).codigo).toBe(2);
    expect((await rodar(['--ajuda'])).codigo).toBe(0);
  });
});
