import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const RAIZ = join(import.meta.dirname, '../..');
const ler = (arquivo: string): string => readFileSync(join(RAIZ, arquivo), 'utf8');

/** The first `sh` block under a heading. */
function blocoDe(arquivo: string, titulo: string): string | undefined {
  const [, secao] = ler(arquivo).split(`\n## ${titulo}\n`);
  return /```sh\n([\s\S]*?)```/.exec(secao?.split('\n## ')[0] ?? '')?.[1];
}

describe('a história nos README', () => {
  it.each([
    ['README.md', 'The story, with curl'],
    ['README.pt-BR.md', 'A história, com curl'],
  ])('deve ser, em %s, a de docs/historia.sh', (arquivo, titulo) => {
    expect(blocoDe(arquivo, titulo)).toBe(ler('docs/historia.sh'));
  });
});
