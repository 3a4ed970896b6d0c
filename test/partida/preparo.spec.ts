import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import { comPasta, type Fim, RAIZ, rodarNode } from './processo.js';

const naVersao = (versao: string, script: string): Promise<Fim> => {
  const disfarce = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${versao}' } })`;
  return rodarNode([`--import=data:text/javascript,${encodeURIComponent(disfarce)}`, join(RAIZ, script)], {});
};

/** A clone with nothing installed; its npm is the one given, or the machine's. */
async function instalarNumClone(variaveis: Record<string, string>, npm?: string): Promise<Fim> {
  return comPasta(async (pasta) => {
    for (const nome of ['scripts', 'package.json', 'package-lock.json'])
      cpSync(join(RAIZ, nome), join(pasta, nome), { recursive: true });
    const fingido = join(pasta, 'npm-cli.js');
    if (npm !== undefined) writeFileSync(fingido, npm);
    mkdirSync(join(pasta, 'node_modules'));
    return rodarNode([join(pasta, 'scripts/compilar.mjs')], {
      ...(npm === undefined ? {} : { npm_execpath: fingido }),
      npm_config_cache: join(pasta, 'cache'),
      ...variaveis,
    });
  });
}

describe('Node antigo', () => {
  it.each(['scripts/iniciar.mjs', 'scripts/recomecar.mjs', 'scripts/rodar.mjs', 'scripts/compilar.mjs'])(
    'deve ser recusado por %s com a versão que serve',
    async (script) => {
      const { codigo, saida } = await naVersao('18.20.4', script);
      expect(saida).toBe(
        '\nO Plantão precisa do Node 20.19 ou mais novo; este é o 18.20.4.\n' +
          'Instale a versão LTS de https://nodejs.org (ou, com o nvm, nvm install --lts) e tente de novo.\n',
      );
      expect(codigo).toBe(1);
    },
  );

  it.each(['20.18.3', '16.0.0', '9.11.2'])('deve ser recusado na versão %s', async (versao) => {
    expect((await naVersao(versao, 'scripts/conferir-node.mjs')).codigo).toBe(1);
  });

  it.each(['20.19.0', '22.12.0', '24.0.0'])('deve deixar passar a versão %s', async (versao) => {
    expect(await naVersao(versao, 'scripts/conferir-node.mjs')).toEqual({ codigo: 0, saida: '' });
  });

  it('deve conseguir ler o que npm start roda até dizer isso', () => {
    for (const nome of ['iniciar.mjs', 'conferir-node.mjs']) {
      const codigo = readFileSync(join(RAIZ, 'scripts', nome), 'utf8');
      const languageOptions = { ecmaVersion: 2020, sourceType: 'module' } as const;
      expect(new Linter().verify(codigo, { languageOptions })).toEqual([]);
      // Linked before anything runs: a name that an old Node lacks would speak first.
      expect(codigo.match(/^import .+$/gm) ?? []).toEqual(
        nome === 'iniciar.mjs' ? ["import './conferir-node.mjs';"] : [],
      );
    }
  });
});

describe('dependências que não se instalam', () => {
  it('deve falar da rede quando o registro do npm não responde', async () => {
    const { codigo, saida } = await instalarNumClone({
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
    });
    expect(saida).toContain('ECONNREFUSED');
    expect(saida).toContain('O registro de pacotes do npm não foi alcançado: verifique a rede e o proxy');
    expect(codigo).toBe(1);
  });

  it.each([
    ['npm error gyp ERR! find Python', 'python3, make e g++'],
    ['npm error code ENOSPC', 'O disco está cheio'],
    ["npm error Error: EACCES: permission denied, mkdir '/srv/x'", 'acerte o dono delas'],
    ['npm error code EINTEGRITY', 'Veja acima o que o npm disse'],
  ])('deve aconselhar sobre "%s"', async (queixa, conselho) => {
    const { codigo, saida } = await instalarNumClone(
      {},
      `console.error(${JSON.stringify(queixa)}); process.exit(1);`,
    );
    expect(saida).toContain(`${queixa}\n\nA instalação das dependências falhou. `);
    expect(saida).toContain(conselho);
    expect(codigo).toBe(1);
  });

  it('deve explicar na partida um módulo compilado que falta', () =>
    comPasta(async (pasta) => {
      cpSync(join(RAIZ, 'dist/src'), join(pasta, 'dist/src'), { recursive: true });
      cpSync(join(RAIZ, 'dist/migrations'), join(pasta, 'dist/migrations'), { recursive: true });
      cpSync(join(RAIZ, 'package.json'), join(pasta, 'package.json'));
      const modulos = join(pasta, 'node_modules');
      mkdirSync(modulos);
      for (const nome of readdirSync(join(RAIZ, 'node_modules')))
        if (nome === 'better-sqlite3')
          for (const parte of ['lib', 'package.json'])
            cpSync(join(RAIZ, 'node_modules', nome, parte), join(modulos, nome, parte), { recursive: true });
        else symlinkSync(join(RAIZ, 'node_modules', nome), join(modulos, nome));
      const { codigo, saida } = await rodarNode([join(pasta, 'dist/src/main.js')], {
        DADOS_DIR: join(pasta, 'dados'),
      });
      expect(saida).toContain('As dependências não estão inteiras, ou foram instaladas para outro Node');
      expect(saida).toContain('com npm ci');
      expect(saida).not.toContain('\n    at ');
      expect(codigo).toBe(1);
    }));
});
