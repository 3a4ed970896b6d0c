/** `npm start`: prepares the clone if needed, then becomes the server, so that signals reach it directly. */
import './conferir-node.mjs';

// Not static, and without await: an old Node could not link or read it, and would die before the line above speaks.
import('./preparar.mjs').then(({ prepararOuSair, RAIZ }) => {
  prepararOuSair();
  process.chdir(RAIZ);
  process.argv[1] = RAIZ + '/dist/src/main.js';
  return import('../dist/src/main.js');
});
