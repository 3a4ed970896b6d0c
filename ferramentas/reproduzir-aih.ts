import { ErroDeUso } from './aih/erro-de-uso.js';
import { FalhaDaApi } from './aih/falha-da-api.js';
import { AJUDA, lerOpcoes } from './aih/opcoes.js';
import { reproduzirArquivo } from './aih/reproducao.js';

// Replays real hospital admissions through the API of a running server; see `--ajuda`.
const argumentos = process.argv.slice(2);
try {
  process.exitCode = (await executar()) ? 0 : 1;
} catch (erro) {
  if (!(erro instanceof ErroDeUso || erro instanceof FalhaDaApi)) throw erro;
  process.stderr.write(`\n${erro.message}\n`);
  process.exitCode = 1;
}

async function executar(): Promise<boolean> {
  if (argumentos.includes('--ajuda')) {
    process.stdout.write(`${AJUDA}\n`);
    return true;
  }
  return reproduzirArquivo(lerOpcoes(argumentos, process.env), process.stdout);
}
