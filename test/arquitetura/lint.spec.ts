import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { casosDeLint } from './casos-de-lint.js';

const RAIZ = join(import.meta.dirname, '../..');

/** Rules broken by each snippet, in order, from one run of ESLint with the configuration of the house. */
async function lintar(trechos: { arquivo: string; codigo: string }[]): Promise<string[][]> {
  const processo = spawn(process.execPath, [join(import.meta.dirname, 'apoio/lintar.mjs')], {
    cwd: RAIZ,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  processo.stdin.end(JSON.stringify(trechos));
  return JSON.parse(await text(processo.stdout)) as string[][];
}

const casos = casosDeLint.map((caso) => ({
  ...caso,
  arquivos: [...caso.vermelho, ...caso.verde],
  resumo: caso.codigo.replace(/\s+/g, ' ').slice(0, 90),
}));

describe('lint', () => {
  const acusadas = new Map<string, Map<string, string[]>>();

  beforeAll(async () => {
    const trechos = casos.flatMap(({ arquivos, codigo }) => arquivos.map((arquivo) => ({ arquivo, codigo })));
    const respostas = await lintar(trechos);
    trechos.forEach(({ arquivo, codigo }, indice) => {
      const doTrecho = acusadas.get(codigo) ?? new Map<string, string[]>();
      acusadas.set(codigo, doTrecho.set(arquivo, respostas[indice] ?? ['sem resposta']));
    });
  }, 180_000);

  it.each(casos)('deve valer $regra: $resumo', ({ regra, codigo, arquivos, vermelho }) => {
    const regrasDe = (arquivo: string): string[] => acusadas.get(codigo)?.get(arquivo) ?? ['sem resposta'];
    const acusados = arquivos.filter((arquivo) => regrasDe(arquivo).includes(regra));
    const ilegiveis = arquivos.filter((arquivo) =>
      /Parsing error|sem resposta/.test(regrasDe(arquivo).join()),
    );

    expect(acusados).toEqual(vermelho);
    expect(ilegiveis).toEqual([]);
  });
});
