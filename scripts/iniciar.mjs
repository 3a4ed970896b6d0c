/** `npm start`: prepares the clone if needed, then becomes the server, so that signals reach it directly. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepararOuSair, RAIZ } from './preparar.mjs';

prepararOuSair();

const principal = join(RAIZ, 'dist/src/main.js');
process.chdir(RAIZ);
process.argv[1] = principal;
process.setSourceMapsEnabled(true);
await import(pathToFileURL(principal).href);
