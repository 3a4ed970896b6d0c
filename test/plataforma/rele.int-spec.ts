import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inteiro, texto } from '../../src/banco/dialeto.js';
import { Leitura } from '../../src/banco/leitura.js';
import { UnidadeDeTrabalho } from '../../src/banco/unidade-de-trabalho.js';
import {
  ExecutorDeEntregas,
  TENTATIVAS_ATE_MORRER,
} from '../../src/plataforma/eventos/executor-de-entregas.js';
import { FilaDeEntregas, POSSE_MS } from '../../src/plataforma/eventos/fila-de-entregas.js';
import { Rele } from '../../src/plataforma/eventos/rele.js';
import { ReprocessarEntrega } from '../../src/plataforma/eventos/reprocessar-entrega.js';
import { Relogio, type RelogioMovel } from '../../src/plataforma/tempo/relogio.js';
import {
  abrirAplicacaoDeEventos,
  comportamento,
  CoisaMudou,
  mudarCoisa,
} from '../apoio/aplicacao-de-eventos.js';
import { type BancoDeTeste, criarBancoDeTeste, NO_MYSQL } from '../apoio/banco-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';

describe('Relé de eventos', () => {
  let banco: BancoDeTeste;
  let apps: INestApplicationContext[];

  beforeEach(async () => {
    Object.assign(comportamento, { falharSe: () => false, aoMapear: () => undefined });
    banco = await criarBancoDeTeste();
    apps = [];
  });
  afterEach(async () => {
    for (const app of apps) await app.close();
    await banco.apagar();
  });

  const abrir = async (): Promise<INestApplicationContext> => {
    const app = await abrirAplicacaoDeEventos(banco.ambiente);
    apps.push(app);
    return app;
  };
  const consultar = (app: INestApplicationContext, sql: string) => app.get(Leitura).consultar(sql);
  const anotacoes = async (app: INestApplicationContext, saga: string, coisaId: number): Promise<number[]> =>
    (
      await consultar(
        app,
        `SELECT n FROM anotacoes WHERE saga = '${saga}' AND coisa_id = ${coisaId} ORDER BY id`,
      )
    ).map((l) => inteiro(l.n));
  const esgotar = async (app: INestApplicationContext): Promise<void> => {
    const relogio = app.get(Relogio) as RelogioMovel;
    await eventualmente(async () => {
      relogio.avancar(3 * 3_600_000);
      app.get(Rele).acordar();
      await new Promise((resolver) => setTimeout(resolver, 20));
      const [linha] = await consultar(app, "SELECT COUNT(*) AS n FROM entregas WHERE status = 'PENDENTE'");
      expect(inteiro(linha!.n)).toBe(0);
    });
  };

  it('deve entregar cada evento uma vez a cada saga, na ordem do agregado', async () => {
    const app = await abrir();
    for (let n = 1; n <= 10; n++) await Promise.all([1, 2, 3].map((coisa) => mudarCoisa(app, coisa, n)));
    await eventualmente(async () => {
      for (const saga of ['primeira', 'segunda'])
        for (const coisa of [1, 2, 3])
          expect(await anotacoes(app, saga, coisa)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    });
    const [prontas] = await consultar(app, 'SELECT COUNT(*) AS n FROM entregas_prontas');
    expect(inteiro(prontas!.n)).toBe(0);
  });

  it('deve tentar de novo, declarar morta, avisar, deixar passar os demais e reprocessar uma vez só', async () => {
    const app = await abrir();
    let quebrada = true;
    comportamento.falharSe = ({ saga, evento }) =>
      quebrada && saga === 'primeira' && evento.dados.coisaId === 1 && evento.dados.n === 1;
    await mudarCoisa(app, 1, 1);
    await mudarCoisa(app, 1, 2);
    await mudarCoisa(app, 2, 1);

    // Nobody else waits: another aggregate and another saga go on while the first is put off.
    await eventualmente(async () => {
      expect(await anotacoes(app, 'primeira', 2)).toEqual([1]);
      expect(await anotacoes(app, 'segunda', 1)).toEqual([1, 2]);
    });
    expect(await anotacoes(app, 'primeira', 1)).toEqual([]);

    await esgotar(app);
    expect(await anotacoes(app, 'primeira', 1)).toEqual([2]);
    const [morta] = await consultar(app, "SELECT id, tentativas, erro FROM entregas WHERE status = 'MORTA'");
    expect(inteiro(morta!.tentativas)).toBe(TENTATIVAS_ATE_MORRER);
    // The words of an error that is not ours may quote data: its kind and its place are kept.
    expect(texto(morta!.erro)).toMatch(/^Error em \S+:\d+:\d+$/);
    expect(
      await consultar(app, "SELECT id FROM eventos WHERE tipo = 'plataforma.entrega-morta'"),
    ).toHaveLength(1);

    quebrada = false;
    await app.get(CommandBus).execute(new ReprocessarEntrega(inteiro(morta!.id)));
    await eventualmente(async () => expect(await anotacoes(app, 'primeira', 1)).toEqual([2, 1]));
    await expect(
      app.get(CommandBus).execute(new ReprocessarEntrega(inteiro(morta!.id))),
    ).rejects.toMatchObject({ tipo: 'conflito' });
  });

  it('deve isolar a saga que falha ao mapear o evento', async () => {
    const app = await abrir();
    comportamento.aoMapear = ({ dados }) => {
      if (dados.n === 1) throw new Error('mapa quebrado');
    };
    await mudarCoisa(app, 1, 1);
    await mudarCoisa(app, 2, 2);
    await eventualmente(async () => {
      expect(await anotacoes(app, 'primeira', 1)).toEqual([1]);
      expect(await anotacoes(app, 'segunda', 2)).toEqual([2]);
    });
    comportamento.aoMapear = () => undefined;
    await esgotar(app);
    expect(await anotacoes(app, 'segunda', 1)).toEqual([1]);
  });

  it('deve desfazer o efeito de quem perdeu a posse da entrega', async () => {
    const app = await abrir();
    await app.get(Rele).beforeApplicationShutdown();
    await mudarCoisa(app, 1, 1);
    const [lenta] = await app.get(FilaDeEntregas).tomar(1);
    (app.get(Relogio) as RelogioMovel).avancar(POSSE_MS + 1_000);
    const [rapida] = await app.get(FilaDeEntregas).tomar(1);
    expect(rapida!.id).toBe(lenta!.id);
    await app.get(ExecutorDeEntregas).executar(rapida!);
    await app.get(ExecutorDeEntregas).executar(lenta!);
    expect(await anotacoes(app, 'primeira', 1)).toEqual([1]);
    const [entrega] = await consultar(app, `SELECT status, tentativas FROM entregas WHERE id = ${lenta!.id}`);
    expect(entrega).toMatchObject({ status: 'CONCLUIDA', tentativas: 1 });
  });

  it('deve guardar evento e entregas só quando a unidade confirma', async () => {
    const app = await abrir();
    await app
      .get(UnidadeDeTrabalho)
      .executar((tx) => {
        tx.registrar(new CoisaMudou({ tipo: 'coisa', id: 1, versao: 1 }, { coisaId: 1, n: 1 }));
        throw new Error('desfaz');
      })
      .catch(() => undefined);
    for (const tabela of ['eventos', 'entregas', 'entregas_prontas'])
      expect(await consultar(app, `SELECT * FROM ${tabela}`)).toEqual([]);
  });

  it('deve recusar dois fatos iguais da mesma versão do agregado', async () => {
    const app = await abrir();
    await mudarCoisa(app, 1, 1);
    await expect(mudarCoisa(app, 1, 1)).rejects.toMatchObject({
      natureza: 'chave_duplicada',
      restricao: 'uq_eventos_agregado',
    });
  });

  it('deve numerar os eventos sem buracos nem repetição', async () => {
    const app = await abrir();
    await Promise.all(Array.from({ length: 120 }, (_, i) => mudarCoisa(app, i + 1, 1)));
    await eventualmente(async () => {
      const numeros = (await consultar(app, 'SELECT sequencia FROM eventos ORDER BY sequencia')).map((l) =>
        inteiro(l.sequencia),
      );
      expect(numeros).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
    });
  });

  it('deve continuar o que outro processo deixou, sem perder nem repetir, com dois relés no mesmo banco', async () => {
    const app = await abrir();
    const outro = NO_MYSQL ? await abrir() : app;
    await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        mudarCoisa(i % 2 ? app : outro, (i % 10) + 1, Math.floor(i / 10) + 1),
      ),
    );
    await eventualmente(async () => {
      const linhas = await consultar(app, 'SELECT saga, coisa_id, n FROM anotacoes');
      expect(linhas).toHaveLength(200);
      expect(new Set(linhas.map((l) => `${String(l.saga)}:${String(l.coisa_id)}:${String(l.n)}`)).size).toBe(
        200,
      );
    });
  });
});
