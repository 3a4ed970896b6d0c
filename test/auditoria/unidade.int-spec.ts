import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Transacao } from '../../src/banco/transacao.js';
import { ErroDeBanco } from '../../src/banco/erros-de-banco.js';
import type { MutacaoEmCurso } from '../../src/plataforma/auditoria/mutacao.js';
import { contextoDoSistema, noContexto } from '../../src/plataforma/observabilidade/contexto.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

const DESCRICAO = {
  acao: 'teste.mudar',
  operacao: 'POST /v1/teste',
  registro: 'teste',
  parametro: null,
  parametroDoPaciente: null,
};

describe('unidade de trabalho de um pedido que muda algo', () => {
  let app: AplicacaoDeTeste;
  let pedidos = 0;
  let correlacaoId: string;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());
  beforeEach(() => {
    correlacaoId = `pedido-${++pedidos}`;
  });

  /** Runs it as the handler of a request would be run. */
  const noPedido = <T>(trabalho: () => Promise<T>): Promise<T> => {
    const mutacao: MutacaoEmCurso = { descricao: DESCRICAO, parametros: {}, corpo: {}, anotada: false };
    return noContexto({ ...contextoDoSistema(correlacaoId), mutacao }, trabalho);
  };
  const executar = <T>(trabalho: (tx: Transacao) => Promise<T>) => app.unidade.executar(trabalho);
  const anotados = async () =>
    (
      await app.consultar('SELECT registro_id FROM auditoria WHERE correlacao_id = ? ORDER BY id', [
        correlacaoId,
      ])
    ).map((l) => l.registro_id);
  const concluir = (id: number) => () => Promise.resolve({ id });

  it('deve deixar uma linha só, da primeira de várias', async () => {
    await noPedido(async () => {
      await executar(concluir(1));
      await executar(concluir(2));
    });
    expect(await anotados()).toEqual([1]);
  });

  it('deve deixar a da mais externa, quando há umas dentro das outras', async () => {
    await noPedido(() =>
      executar(async () => {
        await executar(concluir(1));
        return { id: 3 };
      }),
    );
    expect(await anotados()).toEqual([3]);
  });

  it('deve não a repetir quando o trabalho é repetido', async () => {
    let vezes = 0;
    await noPedido(() =>
      executar(async (tx) => {
        await tx.consultar('SELECT 1');
        if (++vezes < 3) throw new ErroDeBanco('passageiro', undefined, undefined);
        return { id: vezes };
      }),
    );
    expect(await anotados()).toEqual([3]);
  });

  it('deve não deixar nenhuma do que falhou, inteiro ou em parte', async () => {
    const falha = (): Promise<never> => Promise.reject(new Error('recusado'));
    await noPedido(() => executar(falha)).catch(() => undefined);
    await noPedido(() =>
      app.unidade.executar(
        (tx) =>
          tx
            .aninhar(async () => {
              await executar(concluir(1));
              await falha();
            })
            .catch(() => undefined),
        { mutacao: false },
      ),
    );
    expect(await anotados()).toEqual([]);
  });

  it('deve não deixar nenhuma do que vai junto com o pedido, nem do que o sistema faz', async () => {
    await noPedido(() => app.unidade.executar(concluir(1), { mutacao: false }));
    await noContexto(contextoDoSistema(correlacaoId), () => executar(concluir(2)));
    expect(await anotados()).toEqual([]);
  });
});
