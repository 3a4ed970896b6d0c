import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArquivoGerado } from './arquivo-gerado.js';

/** Which of these are not, under `raiz`, what the code generates. Line endings of the checkout do not count. */
export const diferentes = (arquivos: readonly ArquivoGerado[], raiz: string): string[] =>
  arquivos
    .filter(({ caminho, conteudo }) => ler(join(raiz, caminho)) !== conteudo)
    .map(({ caminho }) => caminho);

/** Writes what differs and answers its names. */
export function gravar(arquivos: readonly ArquivoGerado[], raiz: string): string[] {
  const mudaram = diferentes(arquivos, raiz);
  for (const { caminho, conteudo } of arquivos.filter((a) => mudaram.includes(a.caminho))) {
    mkdirSync(dirname(join(raiz, caminho)), { recursive: true });
    writeFileSync(join(raiz, caminho), conteudo);
  }
  return mudaram;
}

const ler = (arquivo: string): string | null =>
  existsSync(arquivo) ? readFileSync(arquivo, 'utf8').replaceAll('\r\n', '\n') : null;
