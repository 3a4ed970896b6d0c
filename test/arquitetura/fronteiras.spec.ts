import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';

interface Cruzamento {
  arquivos: number;
  violacoes: { regra: string; de: string; para: string }[];
}

const RAIZ = join(import.meta.dirname, '../..');
const CASOS_RUINS = join(import.meta.dirname, 'casos-ruins');

const configuracao = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
};
const regras = configuracao.forbidden.map((regra) => regra.name);

/** What each folder breaks, from one run of the cruiser over all of them. */
async function cruzar(pastas: string[]): Promise<Record<string, Cruzamento>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'apoio/cruzar.mjs'), ...pastas],
    { cwd: RAIZ, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as Record<string, Cruzamento>;
}

describe('fronteiras', () => {
  let cruzamentos: Record<string, Cruzamento>;

  beforeAll(async () => {
    cruzamentos = await cruzar([RAIZ, ...regras.map((regra) => join(CASOS_RUINS, regra))]);
  }, 120_000);

  it('deve haver um caso ruim para cada regra, e só para elas', () => {
    const pastas = readdirSync(CASOS_RUINS, { withFileTypes: true }).filter((item) => item.isDirectory());
    expect(pastas.map((pasta) => pasta.name).sort()).toEqual([...regras].sort());
  });

  it.each(regras)('deve acusar %s no seu caso ruim, e nada mais', (regra) => {
    const acusadas = cruzamentos[join(CASOS_RUINS, regra)]?.violacoes.map((violacao) => violacao.regra);
    expect(acusadas).toEqual([regra]);
  });

  it('deve deixar passar o código da casa', () => {
    expect(cruzamentos[RAIZ]?.violacoes).toEqual([]);
    expect(cruzamentos[RAIZ]?.arquivos).toBeGreaterThan(100);
  });
});
