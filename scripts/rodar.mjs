/** Runs a compiled tool: `node scripts/rodar.mjs <file without its ending> [arguments]`. */
import './conferir-node.mjs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepararOuSair, RAIZ } from './preparar.mjs';

const [ferramenta, ...argumentos] = process.argv.slice(2);
prepararOuSair();
const { status } = spawnSync(process.execPath, [join(RAIZ, 'dist', `${ferramenta}.js`), ...argumentos], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
