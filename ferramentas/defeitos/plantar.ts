import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RAIZ } from '#scripts/preparar.mjs';
import { trocar, type Troca } from './troca.js';

/** A copy of the compiled product with faults in it. The product itself knows of no such thing. */
export interface ProdutoComDefeito {
  /** What to start in the place of `dist/src/main.js`. */
  readonly principal: string;
  apagar(): void;
}

/** Throws when the place of a fault is not there, or is not one. */
export function plantar(trocas: readonly Troca[]): ProdutoComDefeito {
  const textos = new Map<string, string>();
  for (const troca of trocas) {
    const { arquivo } = troca;
    const texto = textos.get(arquivo) ?? readFileSync(join(RAIZ, 'dist', arquivo), 'utf8');
    textos.set(arquivo, trocar(texto, troca));
  }
  const pasta = mkdtempSync(join(tmpdir(), 'plantao-defeito-'));
  for (const parte of ['src', 'migrations'])
    cpSync(join(RAIZ, 'dist', parte), join(pasta, 'dist', parte), { recursive: true });
  for (const vizinho of ['node_modules', 'package.json'])
    symlinkSync(join(RAIZ, vizinho), join(pasta, vizinho));
  for (const [arquivo, texto] of textos) writeFileSync(join(pasta, 'dist', arquivo), texto);
  return {
    principal: join(pasta, 'dist/src/main.js'),
    apagar: () => rmSync(pasta, { recursive: true, force: true }),
  };
}
