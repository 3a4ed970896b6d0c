/** `npm run fuzz`: asks everything of every operation of openapi.json and judges every answer; see `--ajuda`. */
import { ErroDeUso } from '../ferramentas/aih/erro-de-uso.js';
import { AJUDA, lerOpcoes } from './opcoes.js';
import { rodarFuzz } from './rodar-fuzz.js';

const escrever = (linha: string): void => void process.stdout.write(`${linha}\n`);

try {
  const opcoes = lerOpcoes(process.argv.slice(2));
  if (opcoes.ajuda) escrever(AJUDA);
  else process.exitCode = await rodarFuzz(opcoes, escrever);
} catch (erro) {
  process.exitCode = erro instanceof ErroDeUso ? 2 : 1;
  process.stderr.write(`${erro instanceof ErroDeUso ? erro.message : String((erro as Error).stack)}\n`);
}
