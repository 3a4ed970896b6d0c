import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const RAIZ = join(import.meta.dirname, '../..');

describe('erros no log', () => {
  it('deve cada um ser anotado pelo seu resumo, e nunca pelas suas palavras, que podem citar dados', () => {
    const arquivos = readdirSync(join(RAIZ, 'src'), { recursive: true, encoding: 'utf8' }).filter(
      (a) => /^(plataforma|modulos)\//.test(a) && a.endsWith('.ts') && !a.endsWith('spec.ts'),
    );
    expect(arquivos.length).toBeGreaterThan(300);
    const palavras =
      /\b(motivo|erro|mensagem|pilha): [^\n]*(?<!quadrosDaPilha\()\b(erro|e|err|error|outro)\.(message|stack)\b/;
    const faltosos = arquivos.filter((a) => palavras.test(readFileSync(join(RAIZ, 'src', a), 'utf8')));
    expect(faltosos).toEqual([]);
  });
});
