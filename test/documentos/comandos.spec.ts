import { describe, expect, it } from '@jest/globals';
import { documentos, ler } from './apoio/arquivos.js';

const { scripts } = JSON.parse(ler('package.json')) as { scripts: Record<string, string> };

/** What a document tells its reader to run: `npm run x`, `npm start`, `npm test`. */
const comandos = (documento: string): string[] =>
  [...ler(documento).matchAll(/\bnpm (?:run (?:--?[\w-]+ )*([\w:-]+)|(start|test)\b)/g)].map(
    ([, comando, curto]) => (comando ?? curto)!,
  );

/** Files that a document tells its reader to run with a shell or with Node. */
const roteiros = (documento: string): string[] =>
  [...ler(documento).matchAll(/\b(?:bash|node) ([\w./-]+\.(?:sh|mjs))/g)].map(([, arquivo]) => arquivo!);

describe('comandos dos documentos', () => {
  it('deve haver em package.json cada comando citado', () => {
    const citados = documentos().flatMap((documento) => comandos(documento));
    expect(citados).toEqual(expect.arrayContaining(['start', 'test', 'tour', 'reset']));
    expect(citados.filter((comando) => !(comando in scripts))).toEqual([]);
  });

  it('deve existir cada roteiro citado', () => {
    const citados = documentos().flatMap((documento) => roteiros(documento));
    expect(citados).toContain('docs/historia.sh');
    for (const roteiro of citados) expect(ler(roteiro)).not.toBe('');
  });

  it('deve dizer o que existe, e não mais, dos comandos de quem usa o produto', () => {
    for (const leiaMe of ['README.md', 'README.pt-BR.md'])
      expect(new Set(comandos(leiaMe))).toEqual(
        new Set(['start', 'tour', 'reset', 'test', 'reproduzir-aih', 'auditar', 'bench']),
      );
  });
});
