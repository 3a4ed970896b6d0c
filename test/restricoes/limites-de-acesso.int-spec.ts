import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Parametro } from '../../src/banco/dialeto.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { NO_MYSQL } from '../apoio/banco-de-teste.js';
import { esperaRecusaDoBanco, inserirLinha } from '../apoio/recusas.js';

const LIMITE: Record<string, Parametro> = {
  chave: 'conta:abc',
  contador: 1,
  janela_ate: new Date('2026-06-01T10:00:00.000Z'),
  expira_em: new Date('2026-06-01T10:00:00.000Z'),
};

describe('restrições do banco: limites de acesso', () => {
  let app: AplicacaoDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await inserirLinha(app, 'limites_de_acesso', LIMITE);
  });
  afterAll(() => app.encerrar());

  it.each([
    ['ck_limites_de_acesso_contador', { contador: -1 }],
    ['ck_limites_de_acesso_expira', { expira_em: new Date('2026-06-01T09:59:59.999Z') }],
  ])('deve recusar por %s', async (restricao, errado) => {
    const linha = { ...LIMITE, chave: 'outra', ...errado };
    await esperaRecusaDoBanco(app, ['limites_de_acesso', linha], 'verificacao', restricao);
  });

  it('deve ter uma linha só de cada chave', async () => {
    await esperaRecusaDoBanco(
      app,
      ['limites_de_acesso', LIMITE],
      'chave_duplicada',
      'uq_limites_de_acesso_chave',
    );
  });

  it('deve recusar uma chave maior do que a coluna', async () => {
    const linha = { ...LIMITE, chave: 'a'.repeat(81) };
    await expect(inserirLinha(app, 'limites_de_acesso', linha)).rejects.toMatchObject({
      natureza: NO_MYSQL ? 'valor' : 'verificacao',
    });
  });
});
