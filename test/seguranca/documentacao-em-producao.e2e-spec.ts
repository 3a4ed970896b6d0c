import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TokensDeAcesso } from '../../src/plataforma/seguranca/tokens-de-acesso.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { ADMIN } from '../apoio/banco-de-teste.js';
import { comoPapel } from '../apoio/papeis.js';
import { PRODUCAO } from '../apoio/producao.js';

const ENDERECOS = ['/docs', '/docs/inicio.js', '/docs/swagger-ui-bundle.js', '/docs-json'];
/** As whoever comes from another machine appears. */
const DE_FORA = { 'x-forwarded-for': '203.0.113.9' };

/** An administrator of whom only the password is known. */
const comPendencia = (app: AplicacaoDeTeste): { authorization: string } => {
  const { token } = app.app
    .get(TokensDeAcesso)
    .emitir({ usuarioId: 1, papeis: ['ADMIN'], pendencia: 'CADASTRAR_SEGUNDO_FATOR' });
  return { authorization: `Bearer ${token}` };
};

describe('documentação em produção', () => {
  const comApp = (variaveis: Record<string, string>, testes: (app: () => AplicacaoDeTeste) => void): void => {
    let app: AplicacaoDeTeste;
    beforeAll(async () => {
      app = await AplicacaoDeTeste.iniciar({ ...PRODUCAO, ...variaveis });
      await app.entrar(ADMIN.email, PRODUCAO.ADMIN_SENHA);
    });
    afterAll(() => app.encerrar());
    testes(() => app);
  };
  const status = async (app: AplicacaoDeTeste, caminho: string, headers: Record<string, string> = {}) =>
    (await fetch(`${app.url}${caminho}`, { headers })).status;

  describe('sem DOCUMENTACAO', () => {
    comApp({}, (app) => {
      it('deve não haver para ninguém', async () => {
        for (const caminho of ENDERECOS)
          for (const cabecalhos of [DE_FORA, { authorization: `Bearer ${app().token}` }])
            expect([
              caminho,
              await status(app(), caminho),
              await status(app(), caminho, { ...cabecalhos }),
            ]).toEqual([caminho, 404, 404]);
      });
    });
  });

  describe('com DOCUMENTACAO=true', () => {
    comApp({ DOCUMENTACAO: 'true' }, (app) => {
      it('deve haver só para a própria máquina e para administradores', async () => {
        for (const caminho of ENDERECOS) {
          expect(await status(app(), caminho)).toBe(200);
          expect(await status(app(), caminho, { ...DE_FORA, authorization: `Bearer ${app().token}` })).toBe(
            200,
          );
          for (const cabecalhos of [
            { authorization: '' },
            { authorization: 'Bearer lixo' },
            { authorization: 'Basic YWRtaW46YWRtaW4=' },
            comoPapel(app(), 'GESTAO'),
            comoPapel(app(), 'AUDITOR'),
            comPendencia(app()),
          ])
            expect(await status(app(), caminho, { ...DE_FORA, ...cabecalhos })).toBe(404);
        }
      });
    });
  });
});
