/**
 * Ends the process, with what to do, where Node is too old for the product. The first import of every script: it
 * imports nothing and keeps to a syntax that very old versions read, so that it gets to speak.
 */
const MINIMO = [20, 19];

const [maior, menor] = process.versions.node.split('.').map(Number);

if (maior < MINIMO[0] || (maior === MINIMO[0] && menor < MINIMO[1])) {
  console.error(
    '\nO Plantão precisa do Node ' +
      MINIMO.join('.') +
      ' ou mais novo; este é o ' +
      process.versions.node +
      '.\n' +
      'Instale a versão LTS de https://nodejs.org (ou, com o nvm, nvm install --lts) e tente de novo.',
  );
  process.exit(1);
}
