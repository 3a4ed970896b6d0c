import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ler, RAIZ, variaveis } from './apoio/arquivos.js';
import { ambienteDe, copiasDe, lerDockerfile, textos } from './apoio/dockerfile.js';
import { ficaDeFora } from './apoio/dockerignore.js';

const [construcao, final, ...outros] = lerDockerfile(ler('Dockerfile'));
const comoLista = (texto: string): string[] => JSON.parse(texto) as string[];

describe('Dockerfile', () => {
  it('deve construir num estágio e levar ao outro só o que roda, na mesma imagem do Node', () => {
    expect(outros).toEqual([]);
    expect(final!.imagem).toBe(construcao!.imagem);
    expect(copiasDe(final!)).toEqual({
      locais: [],
      deOutro: ['package.json', 'node_modules', 'dist/migrations', 'dist/src'].map(
        (nome) => `/plantao/${nome}`,
      ),
    });
    expect(textos(final!, 'RUN').join()).not.toMatch(/apt-get|npm/);
  });

  it('deve usar uma versão LTS do Node que o package.json aceita', () => {
    const { engines } = JSON.parse(ler('package.json')) as { engines: { node: string } };
    const [, versao] = /^node:(\d+)-slim$/.exec(final!.imagem) ?? [];
    const [, minima] = /^>=(\d+)\./.exec(engines.node) ?? [];
    expect(Number(versao) % 2).toBe(0);
    expect(Number(versao)).toBeGreaterThan(Number(minima));
  });

  it('deve copiar do projeto só o que existe e o .dockerignore deixa entrar', () => {
    const { locais } = copiasDe(construcao!);
    expect(locais).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', 'src']));
    expect(locais.filter((caminho) => !existsSync(join(RAIZ, caminho)))).toEqual([]);
    expect(locais.filter((caminho) => ficaDeFora(ler('.dockerignore'), caminho))).toEqual([]);
    expect(ficaDeFora(ler('.dockerignore'), 'src/plataforma/correio/paginas/lista.hbs')).toBe(false);
  });

  it.each([
    '.env',
    '.git/config',
    'node_modules/typeorm/package.json',
    'dados/plantao.sqlite',
    'dist/src/main.js',
    'test',
  ])('deve deixar %s de fora da construção', (caminho) =>
    expect(ficaDeFora(ler('.dockerignore'), caminho)).toBe(true),
  );

  it('deve instalar o que o package-lock.json diz, compilar e podar o que não roda', () => {
    const passos = textos(construcao!, 'RUN').join('\n');
    expect(passos).toMatch(/npm ci[^]*npm run build[^]*npm prune --omit=dev/);
  });

  it('deve rodar sem root, começar pelo próprio processo e parar com SIGTERM', () => {
    expect(textos(final!, 'USER')).toEqual(['node']);
    expect(comoLista(textos(final!, 'CMD').join())).toEqual([
      'node',
      '--enable-source-maps',
      'dist/src/main.js',
    ]);
    expect(textos(final!, 'STOPSIGNAL')).toEqual(['SIGTERM']);
    expect(textos(final!, 'ENTRYPOINT')).toEqual([]);
    expect(existsSync(join(RAIZ, 'src/main.ts'))).toBe(true);
  });

  it('deve guardar os dados num volume, sem outro segredo nem variável que não existe', () => {
    const ambiente = ambienteDe(final!);
    expect(textos(final!, 'VOLUME')).toEqual([ambiente.DADOS_DIR]);
    expect(textos(final!, 'EXPOSE')).toEqual([ambiente.PORT]);
    expect(ambiente).toEqual({ NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '8000', DADOS_DIR: '/dados' });
    expect(Object.keys(ambiente).filter((nome) => !variaveis().has(nome))).toEqual([]);
    expect(ler('Dockerfile')).not.toMatch(/^ARG|SENHA|PASS|SECRET|TOKEN/m);
  });

  it('deve perguntar a saúde só com o Node: 0 se responde 200, 1 se responde 503 ou não responde', () => {
    const [, opcoes, comando] = /^(.+?) CMD (.+)$/.exec(textos(final!, 'HEALTHCHECK').join()) ?? [];
    expect(opcoes).toMatch(/--start-period=/);
    const [programa, ...argumentos] = comoLista(comando!);
    expect(programa).toBe('node');
    const servidor = (status: number) =>
      `import { createServer } from 'node:http';
       import { spawn } from 'node:child_process';
       const servidor = createServer(({ url }, r) => r.writeHead(url === '/saude/pronta' ? ${status} : 404).end()).listen(0, '127.0.0.1', () => {
         const env = { ...process.env, PORT: String(${status} ? servidor.address().port : 1) };
         spawn(process.execPath, ${JSON.stringify(argumentos)}, { env }).on('exit', (codigo) => process.exit(codigo));
       });`;
    const sair = (status: number): number | null =>
      spawnSync(process.execPath, ['--input-type=module', '-e', servidor(status)], { timeout: 20_000 })
        .status;
    expect([sair(200), sair(503), sair(0)]).toEqual([0, 1, 1]);
  });
});
