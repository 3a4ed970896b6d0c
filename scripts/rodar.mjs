// Runs a compiled tool of ferramentas/: `node scripts/rodar.mjs <tool> [arguments]`.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepararOuSair } from './preparar.mjs';

const raiz = join(dirname(fileURLToPath(import.meta.url)), '..');
const [ferramenta, ...argumentos] = process.argv.slice(2);
prepararOuSair();
const { status } = spawnSync(
  process.execPath,
  [join(raiz, 'dist', 'ferramentas', `${ferramenta}.js`), ...argumentos],
  {
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
