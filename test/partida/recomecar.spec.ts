import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { TravaDaPasta } from '../../src/banco/trava-da-pasta.js';
import { comPasta, type Fim, RAIZ, rodarNode } from './processo.js';

const RECOMECAR = join(RAIZ, 'scripts/recomecar.mjs');

const recomecar = (
  variaveis: Record<string, string>,
  argumentos: string[] = [],
  entrada = '',
): Promise<Fim> => rodarNode([RECOMECAR, ...argumentos], variaveis, { entrada });

/** A folder with a database, its secrets and two things that are not the product's. */
function semear(pasta: string, { demonstracao }: { demonstracao: boolean }): void {
  const banco = new Database(join(pasta, 'plantao.sqlite'));
  banco.pragma('journal_mode = WAL');
  banco.exec('CREATE TABLE demonstracao (id INTEGER)');
  if (demonstracao) banco.exec('INSERT INTO demonstracao VALUES (1)');
  banco.close();
  for (const nome of ['segredo-jwt.json', 'acesso-inicial.json', 'em-uso.trava'])
    writeFileSync(join(pasta, nome), '');
  writeFileSync(join(pasta, 'fotos.txt'), 'minhas');
  mkdirSync(join(pasta, 'acesso-inicial.json.novo'));
}

const DO_OUTRO = ['acesso-inicial.json.novo', 'em-uso.trava', 'fotos.txt'];

describe('npm run reset', () => {
  it('deve recomeçar a demonstração sem perguntar, apagando só o que é do Plantão', () =>
    comPasta(async (DADOS_DIR) => {
      semear(DADOS_DIR, { demonstracao: true });
      const { codigo, saida } = await recomecar({ DADOS_DIR });
      expect(saida).toBe(
        `Apagados de ${DADOS_DIR}: plantao.sqlite, acesso-inicial.json, plantao.sqlite-shm, ` +
          'plantao.sqlite-wal, segredo-jwt.json.\nPara começar do zero: npm start.\n',
      );
      expect(codigo).toBe(0);
      expect(readdirSync(DADOS_DIR).sort()).toEqual(DO_OUTRO);
      expect(readFileSync(join(DADOS_DIR, 'fotos.txt'), 'utf8')).toBe('minhas');
    }));

  it('deve não apagar um hospital sem confirmação, mesmo que a palavra venha de um programa', () =>
    comPasta(async (DADOS_DIR) => {
      semear(DADOS_DIR, { demonstracao: false });
      const { codigo, saida } = await recomecar({ DADOS_DIR }, [], 'apagar\n');
      expect(saida).toContain(`apaga para sempre o hospital guardado em ${DADOS_DIR}`);
      expect(saida).toContain('npm run reset -- --sim');
      expect(codigo).toBe(1);
      expect(
        new Database(join(DADOS_DIR, 'plantao.sqlite')).prepare('SELECT * FROM demonstracao').all(),
      ).toEqual([]);
      expect(readdirSync(DADOS_DIR)).toEqual(
        expect.arrayContaining(['segredo-jwt.json', 'acesso-inicial.json']),
      );
    }));

  it('deve tratar como hospital um banco que não consegue ler', () =>
    comPasta(async (DADOS_DIR) => {
      writeFileSync(join(DADOS_DIR, 'plantao.sqlite'), 'lixo'.repeat(1000));
      expect((await recomecar({ DADOS_DIR })).codigo).toBe(1);
      expect(existsSync(join(DADOS_DIR, 'plantao.sqlite'))).toBe(true);
    }));

  it('deve apagar um hospital com --sim', () =>
    comPasta(async (DADOS_DIR) => {
      semear(DADOS_DIR, { demonstracao: false });
      expect((await recomecar({ DADOS_DIR }, ['--sim'])).codigo).toBe(0);
      expect(readdirSync(DADOS_DIR).sort()).toEqual(DO_OUTRO);
    }));

  it('deve recusar enquanto um Plantão usa a pasta', () =>
    comPasta(async (DADOS_DIR) => {
      semear(DADOS_DIR, { demonstracao: true });
      const trava = new TravaDaPasta();
      trava.tomar(DADOS_DIR);
      try {
        const { codigo, saida } = await recomecar({ DADOS_DIR }, ['--sim']);
        expect(saida).toBe(
          `Há um Plantão usando a pasta ${DADOS_DIR}. Encerre-o e tente de novo; nada foi apagado.\n`,
        );
        expect(codigo).toBe(1);
        expect(existsSync(join(DADOS_DIR, 'plantao.sqlite'))).toBe(true);
      } finally {
        trava.soltar();
      }
    }));

  it('deve dizer que não há nada a apagar, sem criar nada', () =>
    comPasta(async (pasta) => {
      const DADOS_DIR = join(pasta, 'ainda-nao');
      const { codigo, saida } = await recomecar({ DADOS_DIR });
      expect(saida).toContain(`Não há nada do Plantão em ${DADOS_DIR}`);
      expect(codigo).toBe(0);
      expect(existsSync(DADOS_DIR)).toBe(false);
    }));

  it('deve não mexer em servidores e mostrar o que executar', () =>
    comPasta(async (DADOS_DIR) => {
      semear(DADOS_DIR, { demonstracao: true });
      const { codigo, saida } = await recomecar({ DADOS_DIR, DB_HOST: 'banco.local', DB_NAME: 'santa_casa' });
      expect(saida).toContain('DROP DATABASE `santa_casa`;');
      expect(saida).toContain('CREATE DATABASE `santa_casa` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;');
      expect(codigo).toBe(1);
      expect(existsSync(join(DADOS_DIR, 'plantao.sqlite'))).toBe(true);
    }));
});
