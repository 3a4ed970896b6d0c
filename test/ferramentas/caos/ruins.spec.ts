import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CENARIOS } from '../../../caos/cenarios.js';
import { trocar, type Troca } from '../../../ferramentas/defeitos/troca.js';
import { RAIZ } from '#scripts/preparar.mjs';

const planos = CENARIOS.flatMap(({ codigo, ruins, ajustes }) => [
  ...[true, false].map((curto) => [`${codigo}, só os ajustes`, ajustes?.(curto) ?? []] as const),
  ...ruins.map(
    (ruim) => [`${codigo}, ${ruim.codigo}`, [...(ajustes?.(true) ?? []), ...ruim.trocas]] as const,
  ),
]);

/** As `plantar` does, without the copy. */
function conferirTrocas(trocas: readonly Troca[]): void {
  const textos = new Map<string, string>();
  for (const troca of trocas) {
    const texto = textos.get(troca.arquivo) ?? readFileSync(join(RAIZ, 'dist', troca.arquivo), 'utf8');
    textos.set(troca.arquivo, trocar(texto, troca));
  }
}

describe('Versões ruins do caos', () => {
  it.each(planos)('deve achar o lugar de cada troca: %s', (_nome, trocas) => {
    expect(() => conferirTrocas(trocas)).not.toThrow();
  });

  it('deve ter cenários de nomes diferentes, cada um com uma versão ruim ao menos', () => {
    expect(new Set(CENARIOS.map(({ codigo }) => codigo)).size).toBe(CENARIOS.length);
    expect(CENARIOS.filter(({ ruins }) => ruins.length === 0)).toEqual([]);
  });
});
