import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditar } from '../../ferramentas/auditar/auditar-base.js';
import { rodarAuditoria } from '../../ferramentas/auditar/rodar-auditoria.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';

describe('npm run auditar', () => {
  let app: AplicacaoDeTeste;
  let variaveis: Record<string, string>;
  let leitoId: number;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    const { host, porta, usuario, senha, nome, dadosDir } = app.banco.ambiente.banco;
    const servidor = {
      DB_HOST: host ?? '',
      DB_PORT: String(porta),
      DB_USER: usuario,
      DB_PASSWORD: senha,
      DB_NAME: nome,
    };
    variaveis = { DADOS_DIR: dadosDir, ...(host === null ? {} : servidor) };
    const { id: setorId } = await app.criar('/v1/setores', { nome: 'Clínica médica' });
    leitoId = (await app.criar('/v1/leitos', { numero: '1', setorId, tipo: 'ENFERMARIA' })).id;
  });
  afterAll(() => app.encerrar());

  async function rodar(argumentos: string[], ambiente: NodeJS.ProcessEnv = variaveis) {
    let texto = '';
    const saida = { write: (pedaco: string) => (texto += pedaco) };
    return { codigo: await rodarAuditoria(argumentos, { ambiente, saida }), texto };
  }
  const porStatus = (status: string) =>
    app.unidade.executar((tx) => tx.executar('UPDATE leitos SET status = ? WHERE id = ?', [status, leitoId]));

  const porSelar = () =>
    app.consultar(
      'SELECT a.id FROM auditoria a LEFT JOIN auditoria_selos s ON s.registro_id = a.id WHERE s.sequencia IS NULL',
    );

  it('deve dizer que tudo vale, com o produto no ar', async () => {
    // At rest the trail is sealed to its end.
    await eventualmente(async () => expect(await porSelar()).toEqual([]));
    const { codigo, texto } = await rodar(['--em-repouso']);
    expect([codigo, texto]).toEqual([
      0,
      expect.stringMatching(/\d+ invariantes em [\d,]+ s: todos valem\.\n$/),
    ]);
    expect(await auditar(variaveis)).toEqual([]);
  });

  it('deve dizer o que não vale, e onde', async () => {
    await porStatus('OCUPADO');
    const { codigo, texto } = await rodar([]);
    expect(codigo).toBe(1);
    expect(texto).toContain('✗ LEITOS.OCUPADO_SEM_OCUPACAO');
    expect(texto).toContain(`1 registro: leito:${leitoId}`);
    expect(texto).toMatch(/: 2 não valem\.\n$/);

    const json = await rodar(['--json']);
    const conferencias = JSON.parse(json.texto) as { codigo: string; registros: string[] }[];
    const [violada] = conferencias.filter(({ codigo: c }) => c === 'LEITOS.OCUPADO_SEM_OCUPACAO');
    expect([json.codigo, violada?.registros]).toEqual([1, [`leito:${leitoId}`]]);
    expect((await auditar(variaveis)).map((a) => [a.codigo, a.registros])).toContainEqual([
      'LEITOS.OCUPADO_SEM_OCUPACAO',
      [`leito:${leitoId}`],
    ]);
    await porStatus('LIVRE');
  });

  it('deve explicar-se, e recusar o que não entende e o que não existe', async () => {
    expect(await rodar(['--ajuda'])).toEqual({
      codigo: 0,
      texto: expect.stringContaining('Uso: npm run auditar'),
    });
    expect(await rodar(['--nada'])).toEqual({ codigo: 2, texto: expect.stringContaining('Não entendi') });
    const semBanco = { DADOS_DIR: `${variaveis.DADOS_DIR}/outra` };
    expect(await rodar([], semBanco)).toEqual({
      codigo: 2,
      texto: expect.stringContaining('Não há banco em'),
    });
  });
});
