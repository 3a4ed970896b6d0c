import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DataSource, getMetadataArgsStorage } from 'typeorm';
import { abrirFonteDeDados } from '../../src/banco/fonte-de-dados.js';
import { migrar } from '../../src/banco/migrador.js';
import { ENTIDADES, MIGRACOES } from '../../src/esquema.js';
import { type BancoDeTeste, criarBancoDeTeste, NO_MYSQL } from '../apoio/banco-de-teste.js';

/** What TypeORM would still change to make the database look like the entities. */
const deriva = async (fonte: DataSource): Promise<string[]> => {
  const { upQueries } = await fonte.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
};

/** The text that the database itself keeps of every object it has. */
async function retrato(fonte: DataSource): Promise<string[]> {
  if (!NO_MYSQL) {
    const objetos: { sql: string }[] = await fonte.query(
      'SELECT sql FROM sqlite_master WHERE sql IS NOT NULL',
    );
    return objetos.map(({ sql }) => sql).sort();
  }
  const tabelas: { t: string }[] = await fonte.query(
    'SELECT table_name AS t FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  const textos = await Promise.all(
    tabelas.map(async ({ t }) =>
      Object.values((await fonte.query(`SHOW CREATE TABLE ${t}`))[0] as object).join(' '),
    ),
  );
  return textos.map((texto) => texto.replace(/ AUTO_INCREMENT=\d+/, '')).sort();
}

/** name -> expression, as the database has it; on MySQL the server rewrites expressions, so only names count. */
async function verificacoesNoBanco(fonte: DataSource): Promise<Map<string, string>> {
  if (NO_MYSQL) {
    const linhas: { nome: string }[] = await fonte.query(
      "SELECT constraint_name AS nome FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND constraint_type = 'CHECK'",
    );
    return new Map(linhas.map(({ nome }) => [nome, '']));
  }
  const achadas = (await retrato(fonte)).flatMap((sql) => {
    const tabela = /CREATE TABLE "(\w+)"/.exec(sql)?.[1];
    return [...sql.matchAll(/CONSTRAINT "(\w+)" CHECK \((.*?)\)(?=, CONSTRAINT|\)$)/g)].map(
      ([, nome, expressao]): [string, string] => [
        nome!.startsWith('ck_') ? nome! : `${tabela}.${nome}`,
        semParentesesAMais(expressao!),
      ],
    );
  });
  return new Map(achadas);
}

/** TypeORM adds a pair of parentheses whenever SQLite rebuilds the table. */
function semParentesesAMais(expressao: string): string {
  for (let fundo = 0, i = 0; i < expressao.length; i++) {
    if (expressao[i] === '(') fundo++;
    if (expressao[i] === ')') fundo--;
    if (fundo === 0)
      return i > 0 && i === expressao.length - 1 ? semParentesesAMais(expressao.slice(1, -1)) : expressao;
  }
  return expressao;
}

function verificacoesDeclaradas(fonte: DataSource): Map<string, string> {
  const todas = fonte.entityMetadatas.flatMap(({ tableName, checks }) =>
    checks.map(({ name, expression }): [string, string] => [
      name.startsWith('ck_') ? name : `${tableName}.${name}`,
      semParentesesAMais(expression),
    ]),
  );
  // Lengths are checked by MySQL itself, so there these checks do not exist.
  return new Map(
    NO_MYSQL ? todas.filter(([nome]) => nome.startsWith('ck_')).map(([nome]) => [nome, '']) : todas,
  );
}

const ordenado = (mapa: Map<string, string>): [string, string][] =>
  [...mapa].sort(([a], [b]) => (a < b ? -1 : 1));

describe('esquema', () => {
  let banco: BancoDeTeste;
  let fonte: DataSource;

  beforeAll(async () => {
    banco = await criarBancoDeTeste();
    fonte = await abrirFonteDeDados(banco.ambiente.banco, { entidades: ENTIDADES, migracoes: MIGRACOES });
  });

  afterAll(async () => {
    await fonte.destroy();
    await banco.apagar();
  });

  it('deve ser, depois das migrações, exatamente o que as entidades declaram', async () => {
    expect(await deriva(fonte)).toEqual([]);
  });

  it('deve ter as verificações que as entidades declaram, e só elas', async () => {
    expect(ordenado(await verificacoesNoBanco(fonte))).toEqual(ordenado(verificacoesDeclaradas(fonte)));
  });

  it('deve perceber um índice, uma coluna e uma referência fora do lugar', async () => {
    const runner = fonte.createQueryRunner();
    await runner.dropIndex('eventos', 'ix_eventos_tipo');
    expect((await deriva(fonte)).join()).toMatch(/CREATE INDEX .?ix_eventos_tipo/);
    await runner.query('CREATE INDEX ix_eventos_tipo ON eventos (tipo, id)');

    await runner.query('ALTER TABLE eventos ADD COLUMN sobra integer');
    expect((await deriva(fonte)).length).toBeGreaterThan(0);
    await runner.query('ALTER TABLE eventos DROP COLUMN sobra');

    await runner.dropForeignKey('entregas_prontas', 'fk_entregas_prontas_entrega');
    expect((await deriva(fonte)).join()).toMatch(/fk_entregas_prontas_entrega/);
    await runner.release();
  });

  it('deve voltar ao vazio com down e ao mesmo esquema com up, em outro banco', async () => {
    const outro = await criarBancoDeTeste();
    const nova = await abrirFonteDeDados(outro.ambiente.banco, {
      entidades: ENTIDADES,
      migracoes: MIGRACOES,
    });
    try {
      const cheio = await retrato(nova);
      for (const _ of MIGRACOES) await nova.undoLastMigration({ transaction: 'none' });
      const vazio = (await retrato(nova)).filter(
        (sql) => !/migracoes|sqlite_sequence|typeorm_metadata/.test(sql),
      );
      await migrar(nova);

      expect(vazio).toEqual([]);
      expect(await retrato(nova)).toEqual(cheio);
      expect(await deriva(nova)).toEqual([]);
    } finally {
      await nova.destroy();
      await outro.apagar();
    }
  }, 120_000);

  it('deve guardar tudo em utf8mb4 e comparar byte a byte', async () => {
    const iguais = NO_MYSQL
      ? await fonte.query(
          `SELECT table_name AS t, column_name AS c, collation_name AS comparacao FROM information_schema.columns
            WHERE table_schema = DATABASE() AND collation_name IS NOT NULL AND collation_name <> 'utf8mb4_bin'
            UNION ALL
           SELECT table_name, NULL, table_collation FROM information_schema.tables
            WHERE table_schema = DATABASE() AND table_collation <> 'utf8mb4_bin'`,
        )
      : (await retrato(fonte)).filter((sql) => /COLLATE/i.test(sql));

    expect(iguais).toEqual([]);
    expect(await fonte.query("SELECT 'José' = 'Jose' AS a, 'A' = 'a' AS b")).toEqual([{ a: 0, b: 0 }]);
  });

  it('deve conhecer todas as entidades e todas as migrações dos arquivos', async () => {
    const raiz = join(import.meta.dirname, '../..');
    const entidades = readdirSync(join(raiz, 'src'), { recursive: true, encoding: 'utf8' }).filter((nome) =>
      nome.endsWith('.entity.ts'),
    );
    for (const arquivo of entidades) await import(join(raiz, 'src', arquivo));
    const declaradas = getMetadataArgsStorage().tables.map(({ target }) => target);
    const migracoes = readdirSync(join(raiz, 'migrations')).filter((nome) => nome.endsWith('.ts'));

    expect(declaradas.filter((classe) => !(ENTIDADES as unknown[]).includes(classe))).toEqual([]);
    expect(migracoes.map((nome) => nome.slice(0, 13)).sort()).toEqual(
      MIGRACOES.map(({ name }) => name.slice(-13)).sort(),
    );
  });
});
