import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { documentos, ler, RAIZ, semBlocos } from './apoio/arquivos.js';

/** The anchors that GitHub gives to the headings of a document. */
function ancoras(documento: string): string[] {
  const vezes = new Map<string, number>();
  return [...semBlocos(ler(documento)).matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, titulo]) => {
    const ancora = titulo!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const repetida = vezes.get(ancora) ?? 0;
    vezes.set(ancora, repetida + 1);
    return repetida === 0 ? ancora : `${ancora}-${repetida}`;
  });
}

/** The addresses of a document that lead to this project: links and pictures. */
const enderecos = (documento: string): string[] =>
  [...semBlocos(ler(documento)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, endereco]) => endereco!)
    .filter((endereco) => !/^[a-z]+:/.test(endereco));

function leva(documento: string, endereco: string): boolean {
  const [caminho = '', ancora] = endereco.split('#');
  const destino = caminho === '' ? documento : normalize(join(dirname(documento), decodeURI(caminho)));
  if (!existsSync(join(RAIZ, destino))) return false;
  return ancora === undefined || ancoras(destino).includes(decodeURIComponent(ancora));
}

describe('endereços dos documentos', () => {
  it('deve haver documentos com endereços', () => {
    expect(documentos()).toEqual(
      expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/operacao.md']),
    );
    expect(enderecos('README.md')).toContain('docs/mapa.md');
  });

  it.each(documentos())('deve levar a algum lugar cada endereço de %s', (documento) => {
    expect(enderecos(documento).filter((endereco) => !leva(documento, endereco))).toEqual([]);
  });

  it('deve perceber um endereço que não leva a nada', () => {
    expect(leva('README.md', 'docs/nao-existe.md')).toBe(false);
    expect(leva('README.md', 'docs/operacao.md#nao-existe')).toBe(false);
    expect(leva('README.md', 'docs/operacao.md#cópia-de-segurança')).toBe(true);
  });
});
