import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inteiro, travar } from '../../src/banco/dialeto.js';
import type { Transacao } from '../../src/banco/transacao.js';
import { abrirBancoIsolado, type BancoIsolado, Contador } from '../apoio/banco-isolado.js';

const INSERIR = 'INSERT INTO contadores (id, valor) VALUES (?, ?)';

describe('Unidade de trabalho', () => {
  let isolado: BancoIsolado;

  beforeAll(async () => {
    isolado = await abrirBancoIsolado();
  });
  afterAll(() => isolado.encerrar());
  beforeEach(() => isolado.unidade.executar((tx) => tx.executar('DELETE FROM contadores')));

  const ids = async (): Promise<number[]> =>
    (await isolado.unidade.executar((tx) => tx.consultar('SELECT id FROM contadores ORDER BY id'))).map((l) =>
      inteiro(l.id),
    );

  it('deve deixar exatamente as linhas do modelo após 500 unidades simultâneas, 100 delas com falha planejada', async () => {
    const modelo = new Set<number>();
    const resultados = await Promise.allSettled(
      Array.from({ length: 500 }, (_, n) =>
        isolado.unidade.executar(async (tx) => {
          await tx.executar(INSERIR, [n * 2 + 1, n]);
          await new Promise((resolver) => setImmediate(resolver));
          if (n % 5 === 0) throw new Error(`falha planejada ${n}`);
          await tx.executar(INSERIR, [n * 2 + 2, n]);
        }),
      ),
    );
    resultados.forEach((r, n) => {
      if (r.status === 'fulfilled') modelo.add(n * 2 + 1).add(n * 2 + 2);
    });
    expect(resultados.filter((r) => r.status === 'rejected')).toHaveLength(100);
    expect(new Set(await ids())).toEqual(modelo);
    expect(modelo.size).toBe(800);
  });

  it('deve contar certo quando 100 unidades somam no mesmo registro', async () => {
    await isolado.unidade.executar((tx) => tx.executar(INSERIR, [1, 0]));
    await Promise.all(
      Array.from({ length: 100 }, () =>
        isolado.unidade.executar(async (tx) => {
          const [linha] = await tx.consultar(`SELECT valor FROM contadores WHERE id = 1${travar(tx.motor)}`);
          await tx.executar('UPDATE contadores SET valor = ? WHERE id = 1', [inteiro(linha!.valor) + 1]);
        }),
      ),
    );
    const contador = await isolado.fonte.getRepository(Contador).findOneByOrFail({ id: 1 });
    expect(contador.valor).toBe(100);
  });

  it('deve juntar a unidade interna à externa: a falha de fora desfaz as duas', async () => {
    await expect(
      isolado.unidade.executar(async () => {
        await isolado.unidade.executar((tx) => tx.executar(INSERIR, [1, 1]));
        throw new Error('falha de fora');
      }),
    ).rejects.toThrow('falha de fora');
    expect(await ids()).toEqual([]);
  });

  it('deve repetir o trabalho inteiro, em outra transação, depois de um impasse', async () => {
    await isolado.unidade.executar(async (tx) => {
      await tx.executar(INSERIR, [1, 0]);
      await tx.executar(INSERIR, [2, 0]);
    });
    let execucoes = 0;
    const cruzar = (primeiro: number, segundo: number, encontro: Promise<unknown>, chegar: () => void) =>
      isolado.unidade.executar(async (tx) => {
        execucoes++;
        await tx.executar('UPDATE contadores SET valor = valor + 1 WHERE id = ?', [primeiro]);
        chegar();
        if (tx.motor !== 'sqlite') await encontro;
        await tx.executar('UPDATE contadores SET valor = valor + 1 WHERE id = ?', [segundo]);
      });
    const chegadas = [porta(), porta()];
    const encontro = Promise.all(chegadas.map((p) => p.aberta));
    await Promise.all([
      cruzar(1, 2, encontro, chegadas[0]!.abrir),
      cruzar(2, 1, encontro, chegadas[1]!.abrir),
    ]);
    const valores = await isolado.unidade.executar((tx) => tx.consultar('SELECT valor FROM contadores'));
    expect(valores.map((l) => inteiro(l.valor))).toEqual([2, 2]);
    expect(execucoes).toBe(isolado.fonte.options.type === 'better-sqlite3' ? 2 : 3);
  });

  it('deve desistir no prazo, não gravar nada e continuar atendendo', async () => {
    const inicio = Date.now();
    await expect(
      isolado.unidade.executar(
        async (tx) => {
          await tx.executar(INSERIR, [1, 1]);
          await new Promise(() => undefined);
        },
        { prazoMs: 300 },
      ),
    ).rejects.toMatchObject({ tipo: 'indisponivel' });
    expect(Date.now() - inicio).toBeLessThan(3_000);
    await isolado.unidade.executar((tx) => tx.executar(INSERIR, [2, 2]));
    expect(await ids()).toEqual([2]);
  });

  it('deve desistir no prazo de um comando que o MySQL não acaba, e não gravar depois o que ele acabar', async () => {
    if (isolado.fonte.options.type === 'better-sqlite3') return;
    const inicio = Date.now();
    await expect(
      isolado.unidade.executar((tx) => tx.executar('INSERT INTO contadores SELECT 1, SLEEP(?)', [1]), {
        prazoMs: 200,
      }),
    ).rejects.toMatchObject({ tipo: 'indisponivel' });
    expect(Date.now() - inicio).toBeLessThan(900);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        isolado.unidade.executar((tx) => tx.executar(INSERIR, [n + 2, n])),
      ),
    );
    await new Promise((resolver) => setTimeout(resolver, 1_200));
    expect(await ids()).toEqual(Array.from({ length: 20 }, (_, n) => n + 2));
  });

  it('deve desfazer só a parte aninhada que falhou', async () => {
    await isolado.unidade.executar(async (tx) => {
      await tx.executar(INSERIR, [1, 1]);
      await expect(
        tx.aninhar(async () => {
          await tx.executar(INSERIR, [2, 2]);
          throw new Error('só esta parte');
        }),
      ).rejects.toThrow('só esta parte');
      await tx.aninhar(() => tx.executar(INSERIR, [3, 3]));
    });
    expect(await ids()).toEqual([1, 3]);
  });

  it('deve recusar o uso da transação depois do fim', async () => {
    let escapou!: Transacao;
    await isolado.unidade.executar((tx) => {
      escapou = tx;
      return Promise.resolve();
    });
    await expect(escapou.executar(INSERIR, [1, 1])).rejects.toThrow('already ended');
  });

  it('deve rodar o que foi pedido para depois da confirmação só quando ela acontece', async () => {
    const avisos: string[] = [];
    await isolado.unidade.executar((tx) => {
      tx.aoConfirmar(() => avisos.push('confirmada'));
      return Promise.resolve();
    });
    await isolado.unidade
      .executar((tx) => {
        tx.aoConfirmar(() => avisos.push('desfeita'));
        throw new Error('desfaz');
      })
      .catch(() => undefined);
    expect(avisos).toEqual(['confirmada']);
  });

  it('deve dizer na hora, e não travar, quando um comando escapa da unidade em curso no SQLite', async () => {
    if (isolado.fonte.options.type !== 'better-sqlite3') return;
    await expect(isolado.unidade.executar(() => isolado.fonte.query('SELECT 1'))).rejects.toThrow(
      'outside the unit of work',
    );
  });

  it('deve liberar a vez de quem venceu o prazo na fila do SQLite', async () => {
    const dona = isolado.unidade.executar(() => new Promise((resolver) => setTimeout(resolver, 250)));
    const apressada = isolado.unidade.executar((tx) => tx.executar(INSERIR, [1, 1]), { prazoMs: 60 });
    if (isolado.fonte.options.type === 'better-sqlite3')
      await expect(apressada).rejects.toMatchObject({ tipo: 'indisponivel' });
    else await apressada;
    await dona;
    await isolado.unidade.executar((tx) => tx.executar(INSERIR, [2, 2]));
    expect((await ids()).at(-1)).toBe(2);
  });

  it('deve dizer que o disco encheu e voltar a gravar quando há espaço, sem reiniciar', async () => {
    if (isolado.fonte.options.type !== 'better-sqlite3') return;
    const paginas = Number(
      ((await isolado.fonte.query('PRAGMA page_count')) as [{ page_count: number }])[0].page_count,
    );
    await isolado.fonte.query(`PRAGMA max_page_count = ${paginas}`);
    const encher = isolado.unidade.executar(async (tx) => {
      for (let n = 1; n < 20_000; n++) await tx.executar(INSERIR, [n, n]);
    });
    await expect(encher).rejects.toMatchObject({ natureza: 'armazenamento' });
    await isolado.fonte.query('PRAGMA max_page_count = 1073741823');
    await isolado.unidade.executar((tx) => tx.executar(INSERIR, [1, 1]));
    expect(await ids()).toEqual([1]);
  });

  it('deve manter o sucesso mesmo que um aviso posterior à confirmação falhe', async () => {
    const valor = await isolado.unidade.executar((tx) => {
      tx.aoConfirmar(() => {
        throw new Error('ouvinte quebrado');
      });
      return Promise.resolve(7);
    });
    expect(valor).toBe(7);
  });

  it('deve usar READ COMMITTED em todas as conexões do MySQL e chaves estrangeiras ligadas no SQLite', async () => {
    if (isolado.fonte.options.type === 'better-sqlite3') {
      expect(await isolado.fonte.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
      return;
    }
    const niveis = await Promise.all(
      Array.from({ length: 10 }, () =>
        isolado.unidade.executar((tx) =>
          tx.consultar(
            "SHOW SESSION VARIABLES WHERE Variable_name IN ('transaction_isolation', 'tx_isolation')",
          ),
        ),
      ),
    );
    expect(new Set(niveis.flat().map((l) => l.Value))).toEqual(new Set(['READ-COMMITTED']));
  });
});

function porta(): { aberta: Promise<void>; abrir: () => void } {
  let abrir!: () => void;
  const aberta = new Promise<void>((resolver) => (abrir = resolver));
  return { aberta, abrir };
}
