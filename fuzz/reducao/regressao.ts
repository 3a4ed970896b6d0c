import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { RAIZ } from '#scripts/preparar.mjs';
import type { Falha } from '../oraculos/juiz.js';
import type { Passo } from '../passos/passo.js';

/** A sequence that once failed, and must never again. */
export interface Regressao {
  /** The oracle that had something against it. */
  readonly oraculo: string;
  /** What it said then. */
  readonly motivo: string;
  readonly passos: readonly Passo[];
}

const PASTA = join(RAIZ, 'test/regressoes');

/** Writes `test/regressoes/<oráculo>-<resumo>.json`; answers its path from the root. */
export async function guardarRegressao(
  { oraculo, motivo }: Falha,
  passos: readonly Passo[],
): Promise<string> {
  const conteudo: Regressao = { oraculo, motivo, passos };
  const resumo = createHash('sha1').update(JSON.stringify(passos)).digest('hex').slice(0, 8);
  const nome = `${oraculo}-${resumo}.json`;
  const arquivo = join(PASTA, nome);
  const estilo = await resolveConfig(arquivo);
  mkdirSync(PASTA, { recursive: true });
  writeFileSync(arquivo, await format(JSON.stringify(conteudo), { ...estilo, filepath: arquivo }));
  return `test/regressoes/${nome}`;
}

/** All that were kept, by file name. */
export const lerRegressoes = (): [nome: string, regressao: Regressao][] =>
  readdirSync(PASTA)
    .filter((nome) => nome.endsWith('.json'))
    .sort()
    .map((nome) => [nome, JSON.parse(readFileSync(join(PASTA, nome), 'utf8')) as Regressao]);
