import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Resultado } from '../../../ferramentas/apoio/resultado.js';
import { gerarMedidas } from '../../../ferramentas/gerar/medidas.js';

const BENCH: Resultado = {
  comando: 'bench',
  linhaDeComando: 'npm run bench -- --semente 7',
  semente: 7,
  commit: 'abc1234',
  nucleos: 4,
  node: 'v20.19.0',
  banco: 'MariaDB 10.11',
  duracaoS: 125,
  medidas: [
    { nome: 'Ler um leito', meta: '≥ 0,85 do piso', valor: '0,91', atingida: true },
    { nome: 'Internar', meta: '≥ 0,50 do piso', valor: '0,41', atingida: false },
    { nome: 'Memória', valor: '150 MB' },
  ],
};

describe('página das medidas', () => {
  let raiz: string;

  beforeEach(() => {
    raiz = mkdtempSync(join(tmpdir(), 'plantao-medidas-'));
    mkdirSync(join(raiz, 'bench'));
    writeFileSync(join(raiz, 'bench/resultado.json'), JSON.stringify(BENCH));
  });

  afterEach(() => rmSync(raiz, { recursive: true, force: true }));

  it('deve dizer em que condições se mediu, a meta, o valor e se foi atingida', () => {
    const { conteudo } = gerarMedidas(raiz);

    expect(conteudo).toContain(
      '`npm run bench -- --semente 7` · semente 7 · commit `abc1234` · 4 núcleos · Node 20.19.0 · MariaDB 10.11 · 2 min 5 s.',
    );
    expect(conteudo).toContain('| Ler um leito | ≥ 0,85 do piso | 0,91 | ✓ |');
    expect(conteudo).toContain('| Internar | ≥ 0,50 do piso | 0,41 | ✗ |');
    expect(conteudo).toContain('| Memória |  | 150 MB |  |');
  });

  it('deve dizer o que ainda não foi medido, e como medir', () => {
    expect(gerarMedidas(raiz).conteudo).toContain('Ainda não medido: `npm run caos`.');
  });
});
