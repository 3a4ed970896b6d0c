import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import {
  comMontagem,
  comPasta,
  iniciarEmVao,
  SEM_PRIVILEGIOS,
  seObedecePermissoes,
  sePodeMontar,
} from './processo.js';

const SEM_PILHA = /^\nO Plantão não pôde iniciar\.\n(?![\s\S]*\n {4}at )/;

describe('pasta de dados que não serve', () => {
  it('deve dizer que há um arquivo no lugar da pasta', () =>
    comPasta(async (pasta) => {
      const arquivo = join(pasta, 'arquivo');
      writeFileSync(arquivo, 'meu');
      for (const DADOS_DIR of [arquivo, join(arquivo, 'dentro')]) {
        const { codigo, saida } = await iniciarEmVao({ DADOS_DIR });
        expect(saida).toMatch(SEM_PILHA);
        expect(saida).toContain(
          `${DADOS_DIR} não pode ser criado: há um arquivo onde deveria haver uma pasta.`,
        );
        expect(saida).toContain('DADOS_DIR=/outra/pasta npm start');
        expect(codigo).toBe(1);
      }
      expect(readFileSync(arquivo, 'utf8')).toBe('meu');
    }));

  seObedecePermissoes('deve dizer de quem precisa ser a pasta em que não consegue gravar', () =>
    comPasta(async (pasta) => {
      const DADOS_DIR = join(pasta, 'dados');
      mkdirSync(DADOS_DIR, { mode: 0o500 });
      const { codigo, saida } = await iniciarEmVao({ DADOS_DIR }, { prefixo: SEM_PRIVILEGIOS });
      expect(saida).toMatch(SEM_PILHA);
      expect(saida).toContain(`O Plantão não consegue gravar em ${DADOS_DIR}`);
      expect(saida).toContain(`chown -R ${process.getuid?.()} '${DADOS_DIR}'`);
      expect(codigo).toBe(1);
    }),
  );

  seObedecePermissoes('deve dizer o mesmo de um banco que já existe e não aceita gravação', () =>
    comPasta(async (DADOS_DIR) => {
      const banco = join(DADOS_DIR, 'plantao.sqlite');
      new Database(banco).exec('CREATE TABLE t (id INTEGER)').close();
      chmodSync(banco, 0o400);
      const { codigo, saida } = await iniciarEmVao({ DADOS_DIR }, { prefixo: SEM_PRIVILEGIOS });
      expect(saida).toMatch(SEM_PILHA);
      expect(saida).toContain(`O Plantão não consegue gravar em ${DADOS_DIR} (SQLITE_READONLY`);
      expect(codigo).toBe(1);
    }),
  );

  sePodeMontar('deve dizer que o disco está montado só para leitura', () =>
    comPasta(async (DADOS_DIR) => {
      const prefixo = comMontagem(
        `mount --bind '${DADOS_DIR}' '${DADOS_DIR}' && mount -o remount,bind,ro '${DADOS_DIR}'`,
      );
      const { codigo, saida } = await iniciarEmVao({ DADOS_DIR }, { prefixo });
      expect(saida).toMatch(SEM_PILHA);
      expect(saida).toContain(`O Plantão não consegue gravar em ${DADOS_DIR}`);
      expect(saida).toContain('(EROFS)');
      expect(codigo).toBe(1);
    }),
  );

  it('deve recusar, sem tocar nele, um arquivo que não é um banco', () =>
    comPasta(async (DADOS_DIR) => {
      const conteudo = 'isto nunca foi um banco de dados\n'.repeat(100);
      writeFileSync(join(DADOS_DIR, 'plantao.sqlite'), conteudo);
      const { codigo, saida } = await iniciarEmVao({ DADOS_DIR });
      expect(saida).toMatch(SEM_PILHA);
      expect(saida).toContain(`O banco em ${DADOS_DIR} não pode ser lido`);
      expect(saida).toContain('restaure a última cópia de segurança');
      expect(codigo).toBe(1);
      expect(readFileSync(join(DADOS_DIR, 'plantao.sqlite'), 'utf8')).toBe(conteudo);
    }));

  it('deve recusar um banco migrado por uma versão mais nova, sem mudar nada nele', () =>
    comPasta(async (DADOS_DIR) => {
      const arquivo = join(DADOS_DIR, 'plantao.sqlite');
      const banco = new Database(arquivo);
      banco.exec(
        'CREATE TABLE migracoes (id INTEGER PRIMARY KEY, timestamp BIGINT NOT NULL, name VARCHAR NOT NULL);' +
          "INSERT INTO migracoes (timestamp, name) VALUES (9990000000000, 'ConsultasDoFuturo9990000000000')",
      );
      banco.close();
      const { codigo, saida } = await iniciarEmVao({ DADOS_DIR });
      expect(saida).toMatch(SEM_PILHA);
      expect(saida).toContain('já foi usado por uma versão mais nova do Plantão');
      expect(saida).toContain('ConsultasDoFuturo9990000000000');
      expect(codigo).toBe(1);
      const depois = new Database(arquivo, { readonly: true });
      expect(depois.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()).toEqual([
        'migracoes',
      ]);
      depois.close();
    }));
});
