import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataSource, type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { abrirFonteDeDados } from '../../src/banco/fonte-de-dados.js';
import { criarTabela, id, inteiro } from '../../src/banco/tabelas.js';
import { lerAmbiente } from '../../src/config/ambiente.js';

class CriaPaisEFilhos1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await criarTabela(runner, 'pais', {
      colunas: [id(), inteiro('idade')],
      verificacoes: { ck_pais: '(idade > 0) AND (idade < 200)' },
    });
    await criarTabela(runner, 'filhos', {
      colunas: [id(), inteiro('pai_id')],
      referencias: { fk_filhos_pai: ['pai_id', 'pais'] },
    });
    await runner.query('INSERT INTO pais (id, idade) VALUES (1, 30)');
    await runner.query('INSERT INTO filhos (id, pai_id) VALUES (1, 1)');
  }

  down(): Promise<void> {
    return Promise.resolve();
  }
}

/** SQLite rebuilds the table that the children point at. */
class AcrescentaColuna1790000000002 extends CriaPaisEFilhos1790000000001 {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('pais', new TableColumn(inteiro('altura', { nulo: true })));
    await runner.changeColumn('pais', 'altura', new TableColumn(inteiro('altura_cm', { nulo: true })));
  }
}

class DeixaOrfao1790000000003 extends CriaPaisEFilhos1790000000001 {
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE pais ADD COLUMN extra integer');
    await runner.query('DELETE FROM pais');
  }
}

describe('migrações no banco embutido', () => {
  let pasta: string;
  let fonte: DataSource | null = null;

  beforeEach(() => {
    pasta = mkdtempSync(join(tmpdir(), 'plantao-migrador-'));
  });

  afterEach(async () => {
    await fonte?.destroy();
    fonte = null;
    rmSync(pasta, { recursive: true, force: true });
  });

  const abrir = async (...migracoes: (new () => MigrationInterface)[]): Promise<DataSource> => {
    await fonte?.destroy();
    fonte = null;
    fonte = await abrirFonteDeDados(lerAmbiente({ DADOS_DIR: pasta }).banco, { entidades: [], migracoes });
    return fonte;
  };
  const chavesLigadas = async (): Promise<unknown> => fonte!.query('PRAGMA foreign_keys');

  it('deve refazer uma tabela referida por outra sem perder linhas, verificações nem referências', async () => {
    await abrir(CriaPaisEFilhos1790000000001);
    const nova = await abrir(CriaPaisEFilhos1790000000001, AcrescentaColuna1790000000002);

    expect(await nova.query('SELECT * FROM pais')).toEqual([{ id: 1, idade: 30, altura_cm: null }]);
    expect(await nova.query('SELECT * FROM filhos')).toEqual([{ id: 1, pai_id: 1 }]);
    expect(await chavesLigadas()).toEqual([{ foreign_keys: 1 }]);
    await expect(nova.query('DELETE FROM pais')).rejects.toThrow('FOREIGN KEY');
    await expect(nova.query('INSERT INTO filhos (id, pai_id) VALUES (2, 9)')).rejects.toThrow('FOREIGN KEY');
    await expect(nova.query('INSERT INTO pais (id, idade) VALUES (2, 0)')).rejects.toThrow('ck_pais');
  });

  it('deve recusar, sem mudar nada, a migração que deixa um registro sem referência', async () => {
    await abrir(CriaPaisEFilhos1790000000001);

    await expect(abrir(CriaPaisEFilhos1790000000001, DeixaOrfao1790000000003)).rejects.toThrow(
      'sem referência na tabela filhos',
    );
    const antiga = await abrir(CriaPaisEFilhos1790000000001);
    expect(await antiga.query('SELECT * FROM pais')).toEqual([{ id: 1, idade: 30 }]);
    expect(await antiga.query('SELECT name FROM migracoes')).toEqual([
      { name: 'CriaPaisEFilhos1790000000001' },
    ]);
    expect(await chavesLigadas()).toEqual([{ foreign_keys: 1 }]);
  });
});
