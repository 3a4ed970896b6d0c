import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { EsquecerChaves } from './esquecer-chaves.tarefa.js';

describe('esquecer chaves de idempotência', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  const criarSetor = (chave: string) =>
    app.pedir<{ id: number }>('POST', '/v1/setores', { nome: 'UTI' }, { 'idempotency-key': chave });
  const rodar = () =>
    app.unidade.executar((tx) => app.app.get(EsquecerChaves).executar(tx, app.relogio.agora()));

  it('deve guardar a resposta por 48 horas, e só por elas', async () => {
    const primeira = await criarSetor('a');
    app.relogio.avancar(47 * 3_600_000);
    await app.entrar();
    expect(await rodar()).toBe(false);
    expect((await criarSetor('a')).corpo).toEqual(primeira.corpo);

    app.relogio.avancar(1.01 * 3_600_000);
    await app.entrar();
    const recente = await criarSetor('b');
    await rodar();
    expect((await criarSetor('a')).corpo.data.id).not.toBe(primeira.corpo.data.id);
    expect((await criarSetor('b')).corpo).toEqual(recente.corpo);
  });
});
