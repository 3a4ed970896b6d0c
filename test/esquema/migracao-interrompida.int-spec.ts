import { afterEach, describe, expect, it } from '@jest/globals';
import { abrirFonteDeDados, criarFonteDeDados } from '../../src/banco/fonte-de-dados.js';
import { ENTIDADES, MIGRACOES } from '../../src/esquema.js';
import { type BancoDeTeste, criarBancoDeTeste, NO_MYSQL } from '../apoio/banco-de-teste.js';

const ESQUEMA = { entidades: ENTIDADES, migracoes: MIGRACOES };

/** Where DDL commits by itself (the MySQL family), a process may die between any two statements of a migration. */
describe('migração interrompida', () => {
  let banco: BancoDeTeste;

  afterEach(() => banco.apagar());

  it.each([
    ...[1, 2, 5, 12, 40, 60, 130, 160, 190].map((n) => ({ quando: `no comando ${n}`, morte: aoComando(n) })),
    ...['sequencia_de_eventos', 'especialidades'].map((tabela) => ({
      quando: `logo depois de semear ${tabela}`,
      morte: depoisDe(`INSERT INTO ${tabela}`),
    })),
  ])('deve recomeçar depois de morrer $quando', async ({ morte }) => {
    banco = await criarBancoDeTeste();
    if (!NO_MYSQL) return;
    const moribunda = await criarFonteDeDados(banco.ambiente.banco, ESQUEMA);
    await moribunda.initialize();
    await moribunda.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    const morreAgora = morte();
    const criar = moribunda.driver.createQueryRunner.bind(moribunda.driver);
    moribunda.driver.createQueryRunner = (modo) => {
      const runner = criar(modo);
      const consultar = runner.query.bind(runner);
      runner.query = (sql: string, parametros?: unknown[], estruturado?: boolean) => {
        if (/^(CREATE|ALTER|INSERT)/.test(sql) && morreAgora(sql)) throw new Error('morte planejada');
        return consultar(sql, parametros, estruturado as true) as Promise<never>;
      };
      return runner;
    };
    await expect(moribunda.runMigrations({ transaction: 'none' })).rejects.toThrow('morte planejada');
    await moribunda.destroy();

    const fonte = await abrirFonteDeDados(banco.ambiente.banco, ESQUEMA);
    try {
      expect((await fonte.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
      const [{ n }] = (await fonte.query(
        "SELECT COUNT(*) AS n FROM information_schema.table_constraints WHERE constraint_schema = DATABASE() AND constraint_type = 'CHECK' AND constraint_name LIKE 'ck_%'",
      )) as [{ n: unknown }];
      expect(Number(n)).toBeGreaterThan(40);
    } finally {
      await fonte.destroy();
    }
  });
});

/** Whether the process dies instead of running this statement; asked once for each that changes the schema. */
type Morte = () => (sql: string) => boolean;

function aoComando(n: number): Morte {
  return () => {
    let feitos = 0;
    return () => feitos++ === n;
  };
}

function depoisDe(inicio: string): Morte {
  return () => {
    let passou = false;
    return (sql) => {
      if (passou) return true;
      passou = sql.startsWith(inicio);
      return false;
    };
  };
}
