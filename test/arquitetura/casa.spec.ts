import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseEnv } from 'node:util';
import { lerAmbiente } from '../../src/config/ambiente.js';

const RAIZ = join(import.meta.dirname, '../..');
const SRC = join(RAIZ, 'src');
const MODULOS = join(SRC, 'modulos');

const ler = (arquivo: string): string => readFileSync(join(RAIZ, arquivo), 'utf8');

/** Files under a folder, relative to the root of the project, with `/`. */
const arquivosDe = (pasta: string): string[] =>
  readdirSync(pasta, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(RAIZ, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .sort();

const modulos = readdirSync(MODULOS, { withFileTypes: true })
  .filter((item) => item.isDirectory())
  .map((item) => item.name)
  .sort();

/** `lista-espera` → `ListaEspera`. */
const emPascal = (nome: string): string =>
  nome.replace(/(?:^|-)(\w)/g, (_, letra: string) => letra.toUpperCase());

const casosDeUso = arquivosDe(MODULOS).filter(
  (arquivo) =>
    /^src\/modulos\/[^/]+\/casos-de-uso\/.+\.ts$/.test(arquivo) && !/\.(spec|int-spec)\.ts$/.test(arquivo),
);

/** A handler: the decorator, any other decorators, and the exported class right below. */
const handler = (tipos: string): RegExp =>
  new RegExp(`^@(?:${tipos})\\([^)]*\\)\\s+(?:@\\w+\\([^)]*\\)\\s+)*export class \\w+`, 'm');

describe('casa', () => {
  it('deve explicar em .env.example exatamente as variáveis que a configuração lê', () => {
    const lidas = ler('src/config/variaveis-de-ambiente.ts').matchAll(/\b([A-Z][A-Z_]+)\?:/g);
    const explicadas = ler('.env.example').matchAll(/^#?([A-Z][A-Z_]+)=/gm);
    const nomes = (achados: Iterable<RegExpMatchArray>): unknown[] =>
      [...achados].map(([, nome]) => nome).sort();
    expect(nomes(explicadas)).toEqual(nomes(lidas));
  });

  it('deve ter em .env.example valores que a configuração aceita', () => {
    const dados = mkdtempSync(join(tmpdir(), 'plantao-casa-'));
    try {
      expect(() => lerAmbiente({ ...parseEnv(ler('.env.example')), DADOS_DIR: dados })).not.toThrow();
    } finally {
      rmSync(dados, { recursive: true });
    }
  });

  it('deve ter em app.module.ts um XModule para cada pasta x de modulos, e só eles', () => {
    const importados = [
      ...ler('src/app.module.ts').matchAll(/import \{ (\w+) \} from '\.\/modulos\/([^']+)';/g),
    ];
    expect(importados.map(([, classe, caminho]) => `${classe} de ${caminho}`).sort()).toEqual(
      modulos.map((nome) => `${emPascal(nome)}Module de ${nome}/${nome}.module.js`).sort(),
    );
  });

  it('deve haver módulos, e nenhum com index.ts', () => {
    expect(modulos).not.toEqual([]);
    expect(arquivosDe(MODULOS).filter((arquivo) => /\/index\.ts$/.test(arquivo))).toEqual([]);
  });

  it('deve ter em cada módulo um README.md de até 30 linhas', () => {
    const foraDaRegra = modulos.filter((nome) => {
      const arquivo = `src/modulos/${nome}/README.md`;
      return !existsSync(join(RAIZ, arquivo)) || ler(arquivo).trimEnd().split('\n').length > 30;
    });
    expect(foraDaRegra).toEqual([]);
  });

  it('deve exportar um handler de comando ou de consulta em cada arquivo de casos-de-uso', () => {
    const semHandler = casosDeUso.filter(
      (arquivo) => !handler('CommandHandler|QueryHandler').test(ler(arquivo)),
    );
    expect(casosDeUso).not.toEqual([]);
    expect(semHandler).toEqual([]);
  });

  it('deve ter um int-spec ao lado de cada handler de comando', () => {
    const comandos = casosDeUso.filter((arquivo) => handler('CommandHandler').test(ler(arquivo)));
    const semTeste = comandos.filter(
      (arquivo) => !existsSync(join(RAIZ, arquivo.replace(/\.ts$/, '.int-spec.ts'))),
    );
    expect(comandos).not.toEqual([]);
    expect(semTeste).toEqual([]);
  });

  it('deve listar em ENTIDADES exatamente as entidades dos arquivos *.entity.ts', async () => {
    const { ENTIDADES } = (await import('../../src/esquema.js')) as { ENTIDADES: readonly unknown[] };
    const arquivos = arquivosDe(SRC).filter((arquivo) => arquivo.endsWith('.entity.ts'));
    const { getMetadataArgsStorage } = await import('typeorm');

    const declaradas = new Set<unknown>();
    for (const arquivo of arquivos) {
      const exportados = Object.values((await import(join(RAIZ, arquivo))) as Record<string, unknown>);
      const tabelas = getMetadataArgsStorage().tables.map((tabela) => tabela.target as unknown);
      const entidades = exportados.filter((exportado) => tabelas.includes(exportado));
      expect([arquivo, entidades.length]).not.toEqual([arquivo, 0]);
      entidades.forEach((entidade) => declaradas.add(entidade));
    }

    const nomes = (classes: Iterable<unknown>): string[] =>
      [...classes].map((c) => (c as { name: string }).name).sort();
    expect(nomes(ENTIDADES)).toEqual(nomes(declaradas));
    expect([...ENTIDADES].filter((entidade) => !declaradas.has(entidade))).toEqual([]);
  });
});
