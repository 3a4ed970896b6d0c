import { afterEach, describe, expect, it } from '@jest/globals';
import type { Linha } from '../../ferramentas/apoio/base.js';
import { Executor } from '../../fuzz/alvos/executor.js';
import { documentoGuardado, lerDocumento } from '../../fuzz/documento/documento.js';
import { PARTICULARIDADES } from '../../fuzz/particularidades.js';
import { lerRegressoes } from '../../fuzz/reducao/regressao.js';
import { repassar } from '../../fuzz/reducao/reproduzir.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { ADMIN, NO_MYSQL } from '../apoio/banco-de-teste.js';

const documento = lerDocumento(documentoGuardado());

describe('operações das regressões do fuzz', () => {
  const existem = new Set(documento.operacoes.map(({ chave }) => chave));

  // A route that was renamed would leave its regression with nothing to judge.
  it.each(lerRegressoes())('deve haver no openapi.json toda operação de %s', (_, { passos }) => {
    const perdidas = passos.map(({ operacao }) => operacao).filter((operacao) => !existem.has(operacao));
    expect(perdidas).toEqual([]);
  });
});

/** Each file is what the fuzzer once found, as short as it could make it. */
describe('regressões do fuzz', () => {
  let app: AplicacaoDeTeste;
  let executor: Executor;

  afterEach(async () => {
    executor.encerrar();
    await app.encerrar();
  });

  it.each(lerRegressoes())('deve responder certo à sequência de %s', async (_, { passos }) => {
    app = await AplicacaoDeTeste.iniciar();
    const motor = NO_MYSQL ? 'mysql' : 'sqlite';
    const consultar = (sql: string): Promise<Linha[]> => app.consultar(sql);
    executor = await Executor.sobre({ motor, url: app.url, admin: ADMIN, consultar }, {});
    expect(await repassar(documento, [executor], passos, PARTICULARIDADES.tolerancias)).toEqual([]);
  });
});
