import { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../test/apoio/aplicacao-de-teste.js';
import { eventualmente } from '../../../test/apoio/eventualmente.js';
import { inserirLinha } from '../../../test/apoio/recusas.js';
import { Registrador } from '../observabilidade/registrador.js';
import { AcessosRevogados } from './acessos-revogados.js';
import { revogar, Revogacoes } from './revogacoes.js';

const MINUTO = 60_000;
/** Effective on every replica within this time (G6.8). */
const PRAZO_MS = 5_000;
let sessao = 1_000;

describe('revogações', () => {
  let app: AplicacaoDeTeste;
  const outras: Revogacoes[] = [];
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterEach(async () => {
    for (const outra of outras.splice(0)) await outra.beforeApplicationShutdown();
    jest.restoreAllMocks();
  });
  afterAll(() => app.encerrar());

  /** What another replica knows, by a memory and a reading of its own. */
  const outraReplica = async (ligada = true) => {
    const revogados = new AcessosRevogados();
    const leitor = new Revogacoes(
      ligada,
      // Another process has another one; nothing is asked of it.
      Object.create(DataSource.prototype) as DataSource,
      app.unidade,
      app.relogio,
      app.app.get(Registrador),
      revogados,
    );
    outras.push(leitor);
    await leitor.onApplicationBootstrap();
    return { revogados, leitor };
  };
  const nestaReplica = () => app.app.get(AcessosRevogados);
  const encerrar = (sessaoId: number) =>
    app.unidade.executar((tx) => revogar(tx, [{ usuarioId: 1, sessaoId }]));

  it('deve valer nesta réplica no commit, e só nele', async () => {
    const id = ++sessao;
    const desfeita = app.unidade.executar(async (tx) => {
      await revogar(tx, [{ usuarioId: 1, sessaoId: id }]);
      throw new Error('desfeita');
    });
    await expect(desfeita).rejects.toThrow('desfeita');
    expect(nestaReplica().vale(1, 1, id)).toBe(true);

    await app.unidade.executar(async (tx) => {
      await revogar(tx, [{ usuarioId: 1, sessaoId: id }]);
      expect(nestaReplica().vale(1, 1, id)).toBe(true);
    });
    expect(nestaReplica().vale(1, 1, id)).toBe(false);
  });

  it('deve valer em outra réplica em até 5 segundos', async () => {
    const { revogados } = await outraReplica();
    const id = ++sessao;
    expect(revogados.vale(7, 1, id)).toBe(true);
    await app.unidade.executar((tx) =>
      revogar(tx, [
        { usuarioId: 1, sessaoId: id },
        { usuarioId: 7, versao: 2 },
      ]),
    );
    await eventualmente(() => expect(revogados.vale(1, 1, id)).toBe(false), PRAZO_MS);
    expect([revogados.vale(7, 1, null), revogados.vale(7, 2, null)]).toEqual([false, true]);
  });

  it('deve saber o que já foi revogado antes de atender o primeiro pedido', async () => {
    const id = ++sessao;
    await encerrar(id);
    expect((await outraReplica()).revogados.vale(1, 1, id)).toBe(false);
  });

  it('deve ver o que foi gravado com atraso, por um relógio ou um commit atrasados', async () => {
    const { revogados, leitor } = await outraReplica();
    const id = ++sessao;
    const em = new Date(app.relogio.agora().getTime() - 15 * MINUTO);
    await inserirLinha(app, 'acessos_revogados', { usuario_id: 1, sessao_id: id, versao: null, em });
    await leitor.ler();
    expect(revogados.vale(1, 1, id)).toBe(false);
  });

  it('deve guardar a versão mais nova, em qualquer ordem', async () => {
    const { revogados, leitor } = await outraReplica();
    for (const versao of [5, 3]) await app.unidade.executar((tx) => revogar(tx, [{ usuarioId: 9, versao }]));
    await leitor.ler();
    expect([revogados.vale(9, 4, null), revogados.vale(9, 5, null)]).toEqual([false, true]);
  });

  it('deve esquecer o que nenhum token alcança mais', async () => {
    const { revogados, leitor } = await outraReplica();
    await encerrar(++sessao);
    await leitor.ler();
    expect(revogados.tamanho).toBeGreaterThan(0);
    app.relogio.avancar(21 * MINUTO);
    await leitor.ler();
    expect(revogados.tamanho).toBe(0);
  });

  it('deve seguir lendo depois que o banco falha, e dizê-lo uma vez', async () => {
    const { revogados } = await outraReplica();
    const erro = jest.spyOn(app.app.get(Registrador), 'erro');
    const executar = jest.spyOn(app.unidade, 'executar');
    executar.mockRejectedValueOnce(new Error('caiu')).mockRejectedValueOnce(new Error('caiu'));
    await eventualmente(() => expect(executar.mock.calls.length).toBeGreaterThan(2));
    const id = ++sessao;
    await encerrar(id);
    await eventualmente(() => expect(revogados.vale(1, 1, id)).toBe(false), PRAZO_MS);
    // Of this replica and of the other, which share the connection that was cut: each tells its own once.
    expect(erro.mock.calls.filter(([m]) => m.startsWith('acessos revogados')).length).toBeLessThanOrEqual(2);
  });

  it('deve não ler nada onde ninguém é atendido', async () => {
    const id = ++sessao;
    await encerrar(id);
    expect((await outraReplica(false)).revogados.vale(1, 1, id)).toBe(true);
  });
});
