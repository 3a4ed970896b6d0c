import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AplicacaoDeTeste } from '../../../test/apoio/aplicacao-de-teste.js';
import { NO_MYSQL } from '../../../test/apoio/banco-de-teste.js';
import { type PedidoDePosse, TabelaDeProntas } from './tabela-de-prontas.js';

const AGORA = new Date('2026-06-01T12:00:00.000Z');
const daqui = (ms: number): Date => new Date(AGORA.getTime() + ms);
const tabela = new TabelaDeProntas('prontas_de_teste', 'coisa_id');

let app: AplicacaoDeTeste;

beforeAll(async () => {
  app = await AplicacaoDeTeste.iniciar();
  await app.unidade.executar((tx) =>
    tx.executar(
      'CREATE TABLE prontas_de_teste (coisa_id INTEGER PRIMARY KEY, disponivel_em DATETIME(3), dono VARCHAR(36), dono_ate DATETIME(3))',
    ),
  );
});

afterAll(() => app.encerrar());

beforeEach(() => app.unidade.executar((tx) => tx.executar('DELETE FROM prontas_de_teste')));

const incluir = (id: number, disponivelEm: Date = AGORA): Promise<number> =>
  app.unidade.executar((tx) =>
    tx.executar('INSERT INTO prontas_de_teste (coisa_id, disponivel_em) VALUES (?, ?)', [id, disponivelEm]),
  );

const tomar = (pedido: Partial<PedidoDePosse> = {}): Promise<number[]> =>
  app.unidade.executar((tx) =>
    tabela.tomar(tx, { dono: randomUUID(), agora: AGORA, posseMs: 1_000, quantidade: 10, ...pedido }),
  );

describe('tabela de prontas', () => {
  it('deve entregar as vencidas, da mais antiga à mais nova, até a quantidade pedida', async () => {
    for (const id of [3, 1, 2]) await incluir(id);
    await incluir(4, daqui(1));
    expect(await tomar({ quantidade: 2 })).toEqual([1, 2]);
    expect(await tomar()).toEqual([3]);
    expect(await tomar({ agora: daqui(1) })).toEqual([4]);
  });

  it('deve entregar só as que cumprem a condição', async () => {
    for (const id of [1, 2]) await incluir(id);
    expect(await tomar({ condicao: 'p.coisa_id > 1' })).toEqual([2]);
  });

  it('deve dar a outro o que venceu nas mãos de um, mas não antes nem depois de renovado', async () => {
    await incluir(1);
    expect(await tomar({ dono: 'um' })).toEqual([1]);
    expect(await tomar({ agora: daqui(1_000) })).toEqual([]);
    await app.unidade.executar((tx) => tabela.renovar(tx, { id: 1, dono: 'um' }, daqui(5_000)));
    expect(await tomar({ agora: daqui(5_000) })).toEqual([]);
    expect(await tomar({ agora: daqui(5_001), dono: 'outro' })).toEqual([1]);
  });

  it('deve negar tudo a quem perdeu a posse', async () => {
    await incluir(1);
    await tomar({ dono: 'um' });
    await tomar({ dono: 'outro', agora: daqui(2_000) });
    const deUm = { id: 1, dono: 'um' };
    const respostas = await app.unidade.executar(async (tx) => [
      await tabela.renovar(tx, deUm, daqui(9_000)),
      await tabela.devolver(tx, deUm),
      await tabela.adiar(tx, deUm, daqui(9_000)),
      await tabela.concluir(tx, deUm),
    ]);
    expect(respostas).toEqual([false, false, false, false]);
    expect(await app.consultar('SELECT dono FROM prontas_de_teste')).toEqual([{ dono: 'outro' }]);
  });

  it('deve devolver para já, adiar para depois e concluir de vez', async () => {
    for (const id of [1, 2, 3]) await incluir(id);
    await tomar({ dono: 'um' });
    await app.unidade.executar(async (tx) => {
      expect(await tabela.devolver(tx, { id: 1, dono: 'um' })).toBe(true);
      expect(await tabela.adiar(tx, { id: 2, dono: 'um' }, daqui(60_000))).toBe(true);
      expect(await tabela.concluir(tx, { id: 3, dono: 'um' })).toBe(true);
    });
    expect(await tomar()).toEqual([1]);
    expect(await tomar({ agora: daqui(60_000) })).toContain(2);
    expect(await app.consultar('SELECT coisa_id FROM prontas_de_teste ORDER BY coisa_id')).toEqual([
      { coisa_id: 1 },
      { coisa_id: 2 },
    ]);
  });

  it('deve livrar na partida o que um processo morto segurava só onde há um processo só', async () => {
    await incluir(1);
    await tomar({ dono: 'morto' });
    await app.unidade.executar((tx) => tabela.retomar(tx));
    expect(await tomar()).toEqual(NO_MYSQL ? [] : [1]);
  });

  it('deve dar cada uma a um só, quando muitos tomam ao mesmo tempo', async () => {
    for (let id = 1; id <= 60; id++) await incluir(id);
    const levas = await Promise.all(Array.from({ length: 12 }, () => tomar({ quantidade: 5 })));
    const tomadas = levas.flat();
    expect(new Set(tomadas).size).toBe(tomadas.length);
    const resto: number[] = [];
    for (let leva = await tomar(); leva.length > 0; leva = await tomar()) resto.push(...leva);
    expect([...tomadas, ...resto].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });
});
