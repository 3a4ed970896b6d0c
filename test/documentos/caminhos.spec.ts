import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, matchesGlob } from 'node:path';
import { ler, RAIZ } from './apoio/arquivos.js';

const GUIAS = [
  'README.md',
  'README.pt-BR.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/mapa.md',
  'docs/operacao.md',
  'docs/requisitos.md',
  'docs/seguranca.md',
];

/** Paths of this project between backticks: `src/banco/dialeto.ts`, `test/e2e/leitos*.e2e-spec.ts`. */
const caminhos = (documento: string): string[] =>
  [
    ...ler(documento).matchAll(
      /`((?:src|test|docs|scripts|ferramentas|bench|caos|fuzz|migrations|\.ci)\/[^`\s?<>]*)`/g,
    ),
  ].map(([, caminho]) => caminho!);

/** Whether there is such a file or folder; a name may have `*` and `{a,b}`, a folder above it only `*`. */
function existe(caminho: string): boolean {
  if (!/[*{]/.test(caminho)) return existsSync(join(RAIZ, caminho));
  return pastas(dirname(caminho)).some((pasta) =>
    readdirSync(join(RAIZ, pasta)).some((nome) => matchesGlob(nome, basename(caminho))),
  );
}

function pastas(padrao: string): string[] {
  const [, antes, depois] = /^([^*]*)\/\*(\/.*)?$/.exec(padrao) ?? [];
  if (antes === undefined) return existsSync(join(RAIZ, padrao)) ? [padrao] : [];
  return readdirSync(join(RAIZ, antes))
    .map((nome) => `${antes}/${nome}${depois ?? ''}`)
    .filter((pasta) => existsSync(join(RAIZ, pasta)));
}

describe('caminhos citados nos documentos', () => {
  it.each(GUIAS)('deve existir cada arquivo ou pasta que %s cita', (documento) => {
    expect(caminhos(documento).filter((caminho) => !existe(caminho))).toEqual([]);
  });

  it('deve perceber um que não existe', () => {
    expect(caminhos('docs/requisitos.md').length).toBeGreaterThan(20);
    expect(['src/nada.ts', 'test/e2e/nada*.ts', 'src/modulos/*/nadas/'].filter(existe)).toEqual([]);
    expect(existe('src/plataforma/http/{ordem,pagina}.ts')).toBe(true);
    expect(existe('src/modulos/*/sagas/')).toBe(true);
  });
});
