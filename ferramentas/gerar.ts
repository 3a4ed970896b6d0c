/**
 * `npm run gerar`: writes openapi.json and the generated pages of docs/. With `--conferir` it writes nothing,
 * names the files that are not what the code generates, and ends with 1 if there are any.
 */
import 'reflect-metadata';
import { join } from 'node:path';
import { diferentes, gravar } from './gerar/disco.js';
import { gerarArquivos } from './gerar/gerar-arquivos.js';

/** This runs compiled, from dist/ferramentas. */
const RAIZ = join(import.meta.dirname, '../..');

const opcoes = process.argv.slice(2);
const conferir = opcoes.includes('--conferir');
if (opcoes.some((opcao) => opcao !== '--conferir')) {
  console.error('Uso: npm run gerar -- [--conferir]');
  process.exit(2);
}

const arquivos = await gerarArquivos();
if (conferir) {
  const fora = diferentes(arquivos, RAIZ);
  if (fora.length > 0)
    console.error(`Fora de dia: ${fora.join(', ')}. Rode "npm run gerar" e inclua o resultado no commit.`);
  else console.log(`Em dia: ${arquivos.map(({ caminho }) => caminho).join(', ')}.`);
  process.exitCode = fora.length > 0 ? 1 : 0;
} else {
  const mudaram = gravar(arquivos, RAIZ);
  console.log(mudaram.length > 0 ? `Gerados: ${mudaram.join(', ')}.` : 'Nada mudou.');
}
