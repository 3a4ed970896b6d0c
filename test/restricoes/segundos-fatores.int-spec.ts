import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Parametro } from '../../src/banco/dialeto.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { esperaRecusaDoBanco, inserirLinha } from '../apoio/recusas.js';

const AGORA = new Date('2026-06-01T10:00:00.000Z');

/** In force and confirmed, of the administrator of the configuration; each test breaks one thing of it. */
const FATOR: Record<string, Parametro> = {
  usuario_id: 1,
  usuario_vigente_id: 1,
  segredo: 'v1.abc',
  criado_em: AGORA,
  confirmado_em: AGORA,
  ultimo_passo: 1,
  encerrado_em: null,
  motivo_encerramento: null,
};
const ENCERRADO = {
  ...FATOR,
  usuario_vigente_id: null,
  segredo: null,
  encerrado_em: AGORA,
  motivo_encerramento: 'x',
};

describe('restrições do banco: segundos fatores', () => {
  let app: AplicacaoDeTeste;
  let id: number;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await inserirLinha(app, 'segundos_fatores', ENCERRADO);
    await inserirLinha(app, 'segundos_fatores', ENCERRADO);
    id = await inserirLinha(app, 'segundos_fatores', FATOR);
    await inserirLinha(app, 'codigos_de_recuperacao', { segundo_fator_id: id, resumo: 'a', usado_em: null });
  });
  afterAll(() => app.encerrar());

  it.each<[string, Record<string, Parametro>]>([
    ['ck_segundos_fatores_confirmacao', { ...ENCERRADO, ultimo_passo: null }],
    ['ck_segundos_fatores_vigencia', { ...FATOR, usuario_vigente_id: 2 }],
    ['ck_segundos_fatores_vigencia', { ...FATOR, segredo: null }],
    ['ck_segundos_fatores_vigencia', { ...FATOR, encerrado_em: AGORA }],
    ['ck_segundos_fatores_vigencia', { ...FATOR, motivo_encerramento: 'x' }],
    ['ck_segundos_fatores_vigencia', { ...ENCERRADO, segredo: 'v1.abc' }],
    ['ck_segundos_fatores_vigencia', { ...ENCERRADO, motivo_encerramento: null }],
    ['ck_segundos_fatores_vigencia', { ...ENCERRADO, encerrado_em: null }],
  ])('deve recusar por %s', async (restricao, linha) => {
    await esperaRecusaDoBanco(app, ['segundos_fatores', linha], 'verificacao', restricao);
  });

  it('deve ter um só em vigor de cada pessoa, e um só de cada código', async () => {
    await esperaRecusaDoBanco(
      app,
      ['segundos_fatores', FATOR],
      'chave_duplicada',
      'uq_segundos_fatores_vigente',
    );
    const codigo = { segundo_fator_id: id, resumo: 'a', usado_em: null };
    await esperaRecusaDoBanco(
      app,
      ['codigos_de_recuperacao', codigo],
      'chave_duplicada',
      'uq_codigos_de_recuperacao',
    );
  });

  it('deve ser de quem existe', async () => {
    const deNinguem = { ...ENCERRADO, usuario_id: 999_999 };
    await expect(inserirLinha(app, 'segundos_fatores', deNinguem)).rejects.toMatchObject({
      natureza: 'referencia_inexistente',
    });
    const codigo = { segundo_fator_id: 999_999, resumo: 'a', usado_em: null };
    await expect(inserirLinha(app, 'codigos_de_recuperacao', codigo)).rejects.toMatchObject({
      natureza: 'referencia_inexistente',
    });
  });
});
