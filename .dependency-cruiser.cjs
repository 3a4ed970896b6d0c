/**
 * Boundaries of the house. Every rule is seen red on a bad fixture in `test/arquitetura/casos-ruins/<rule>/`.
 * Type-only imports count: a type borrowed from another module is a dependency like any other.
 */

const TESTE = '[.](spec|int-spec|e2e-spec)[.]ts$';
const CONTRATO = '^src/modulos/[^/]+/contrato/';
const DOMINIO = '^src/modulos/[^/]+/dominio/';

const proibir = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    proibir(
      'modulo-so-pelo-contrato',
      'A module imports of another module only its contrato/.',
      { path: '^src/modulos/([^/]+)/' },
      { path: '^src/modulos/', pathNot: ['^src/modulos/$1/', CONTRATO] },
    ),
    proibir(
      'plataforma-nao-conhece-modulo',
      'plataforma and banco know no module, nor the list of them.',
      { path: '^src/(plataforma|banco)/' },
      { path: ['^src/modulos/', '^src/[^/]+[.]ts$'] },
    ),
    proibir(
      'config-nao-conhece-ninguem',
      'config is read by everyone and reads nobody.',
      { path: '^src/config/', pathNot: TESTE },
      { path: '^src/', pathNot: '^src/config/' },
    ),
    proibir(
      'contrato-so-contrato',
      'A contrato imports only contratos, plataforma/eventos and who is acting (plataforma/seguranca/autor).',
      { path: CONTRATO, pathNot: TESTE },
      { pathNot: [CONTRATO, '^src/plataforma/eventos/', '^src/plataforma/seguranca/autor\\.ts$'] },
    ),
    proibir(
      'dominio-nao-conhece-casos-de-uso',
      'The rules of the hospital know neither who calls them nor where they are kept.',
      { path: DOMINIO },
      {
        path: [
          '^src/modulos/[^/]+/(casos-de-uso|persistencia|sagas)/',
          '[.](controller|module|saga)[.]ts$',
          '^src/plataforma/http/',
        ],
      },
    ),
    proibir(
      'dominio-sem-nest',
      'The domain runs without the framework.',
      { path: DOMINIO, pathNot: TESTE },
      { path: '(^|/)node_modules/@nestjs/' },
    ),
    proibir(
      'dominio-so-usa-colunas-do-banco',
      'An entity describes its columns; loading and storing it is not its business.',
      { path: DOMINIO, pathNot: TESTE },
      { path: '^src/banco/', pathNot: '^src/banco/colunas[.]ts$' },
    ),
    proibir('sem-ciclos', 'No cycles, of types either.', {}, { circular: true }),
    proibir(
      'sem-index-nos-modulos',
      'No barrels: import from the file that declares the name.',
      {},
      { path: ['^src/modulos/index[.]ts$', '^src/modulos/.+/index[.]ts$'] },
    ),
    proibir(
      'src-nao-importa-test',
      'What ships does not depend on what only checks it.',
      { path: '^(src|migrations)/', pathNot: TESTE },
      { path: ['^(test|ferramentas|scripts|bench|caos|fuzz)/', TESTE] },
    ),
    proibir(
      'ninguem-importa-main',
      'main.ts starts the process when it is loaded.',
      {},
      { path: '^src/main[.]ts$' },
    ),
    proibir(
      'driver-so-no-banco',
      'Only banco talks to a database driver.',
      { path: '^src/', pathNot: ['^src/banco/', TESTE] },
      { path: '(^|/)node_modules/(@types/)?(mysql2|better-sqlite3)/' },
    ),
    proibir(
      'migracao-congelada',
      'A migration that imports living code changes its meaning after it has run.',
      { path: '^migrations/', pathNot: TESTE },
      { path: '^src/', pathNot: '^src/banco/' },
    ),
    proibir('importacao-resolvida', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
    proibir(
      'so-dependencias-declaradas',
      'What ships uses only what "dependencies" of package.json declares.',
      { path: '^(src|migrations)/', pathNot: TESTE },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^test/arquitetura/casos-ruins/', '^dist/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
