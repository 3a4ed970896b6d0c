import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { Selador } from '../../src/plataforma/auditoria/selador.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { esperaRecusaDoBanco, inserirLinha } from '../apoio/recusas.js';

const SELO = { sequencia: 1_000, registro_id: 1_000, hash: 'a'.repeat(64) };

let app: AplicacaoDeTeste;

beforeAll(async () => {
  app = await AplicacaoDeTeste.iniciar();
  await app.app.get(Selador).beforeApplicationShutdown();
  await inserirLinha(app, 'auditoria_selos', SELO);
});

afterAll(() => app.encerrar());

describe('Restrições de auditoria', () => {
  it('deve recusar por uq_auditoria_selos_registro dois selos da mesma linha', async () => {
    const outro = { ...SELO, sequencia: 1_001 };
    await esperaRecusaDoBanco(
      app,
      ['auditoria_selos', outro],
      'chave_duplicada',
      'uq_auditoria_selos_registro',
    );
  });

  it('deve recusar dois selos com a mesma sequência', async () => {
    await esperaRecusaDoBanco(app, ['auditoria_selos', { ...SELO, registro_id: 7 }], 'chave_duplicada');
  });

  it('deve recusar por ck_auditoria_selos_sequencia um selo antes do primeiro', async () => {
    const antes = { ...SELO, sequencia: 0, registro_id: 7 };
    await esperaRecusaDoBanco(app, ['auditoria_selos', antes], 'verificacao', 'ck_auditoria_selos_sequencia');
  });

  it('deve recusar por ck_auditoria_cadeia_unica outra cadeia', async () => {
    const outra = { id: 2, sequencia: 0, hash: '', marco: 0, chave: '' };
    await esperaRecusaDoBanco(app, ['auditoria_cadeia', outra], 'verificacao', 'ck_auditoria_cadeia_unica');
  });
});
