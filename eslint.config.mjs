import js from '@eslint/js';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';
import { plantao } from './ferramentas/lint/plantao.mjs';

const FONTES_TS = ['{src,migrations,ferramentas,bench,caos,fuzz,test}/**/*.ts'];
const TESTES = ['**/*.{spec,int-spec,e2e-spec}.ts', 'test/**/*.ts'];

/** Every rule of the house by default; the blocks at the end open each door where it is needed. */
const proibicoes = Object.keys(plantao.rules);
const ligar = (nomes) => Object.fromEntries(nomes.map((nome) => [`plantao/${nome}`, 'error']));
const desligar = (nomes) => Object.fromEntries(nomes.map((nome) => [`plantao/${nome}`, 'off']));

/** What the platform exists to wrap, so that only the platform touches it. */
const daPlataforma = [
  'sem-relogio-do-sistema',
  'sem-ambiente',
  'sem-publicar',
  'sem-transacao-avulsa',
  'sem-repositorio-injetado',
  'sem-saga-em-memoria',
];

const globaisDoNode = Object.fromEntries(
  [
    'AbortController',
    'AbortSignal',
    'Buffer',
    'URL',
    'clearInterval',
    'clearTimeout',
    'console',
    'fetch',
    'performance',
    'process',
    'queueMicrotask',
    'setImmediate',
    'setInterval',
    'setTimeout',
    'structuredClone',
  ].map((nome) => [nome, 'readonly']),
);

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      'coverage/',
      'dados/',
      '**/*.d.mts',
      'test/arquitetura/casos-ruins/',
    ],
  },
  // A rule that hurts is changed here, in the open, never muted in a comment.
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-constructor-return': 'error',
      'no-control-regex': 'off',
      'no-self-compare': 'error',
      'no-unreachable-loop': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['**/*.{mjs,cjs,js}'], languageOptions: { globals: globaisDoNode } },
  {
    files: ['src/**/paginas/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        ['CSS', 'URLSearchParams', 'document', 'fetch', 'history', 'location'].map((nome) => [
          nome,
          'readonly',
        ]),
      ),
    },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable', require: 'readonly' } } },

  {
    files: FONTES_TS,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { plantao },
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      // Reports nothing in a file that has decorators: there an import used only as a type may be the
      // metadata that Nest, TypeORM and class-validator read at run time.
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          caughtErrors: 'all',
        },
      ],
      // A port may be asynchronous for one implementation and immediate for another.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      ...ligar(proibicoes),
    },
  },
  { files: ['src/**/*.ts'], ignores: TESTES, rules: { 'max-lines': ['error', { max: 300 }] } },
  {
    files: ['src/modulos/*/casos-de-uso/**/*.ts'],
    ignores: TESTES,
    rules: { 'max-lines': ['error', { max: 150 }] },
  },

  {
    files: TESTES,
    extends: [jest.configs['flat/recommended']],
    rules: {
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', 'expect*', 'espera*', 'conferir*', 'eventualmente', '**.assert'] },
      ],
      'jest/no-standalone-expect': [
        'error',
        { additionalTestBlockFunctions: ['sePodeMontar', 'seObedecePermissoes', 'sePrecisaDePrivilegio'] },
      ],
      'jest/no-conditional-expect': 'off',
      'jest/valid-title': [
        'error',
        {
          ignoreTypeOfDescribeName: true,
          mustMatch: {
            it: ['^deve ', 'Titles start with "deve"'],
            test: ['^deve ', 'Titles start with "deve"'],
          },
        },
      ],
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  // Where each door is open.
  { files: ['src/{plataforma,banco,config}/**/*.ts'], rules: desligar(daPlataforma) },
  { files: ['src/plataforma/http/**/*.ts'], rules: desligar(['sem-excecao-http']) },
  { files: ['src/{banco,config}/**/*.ts'], rules: desligar(['sem-ramo-de-dialeto']) },
  {
    // A test beside the code may look behind the platform; its clock and its environment stay under control.
    files: ['src/**/*.{int-spec,e2e-spec}.ts'],
    rules: desligar(['sem-publicar', 'sem-transacao-avulsa', 'sem-repositorio-injetado']),
  },
  // It comes before there is a unit of work.
  { files: ['src/demonstracao/*.ts'], rules: desligar(['sem-repositorio-injetado']) },
  { files: ['migrations/**/*.ts'], rules: desligar(['sem-repositorio-injetado']) },
  { files: ['{test,ferramentas,bench,caos,fuzz}/**/*.ts'], rules: desligar(proibicoes) },
  // Typed readings of answers and of injected doubles: an assertion says more than a type argument there.
  { files: TESTES, rules: { '@typescript-eslint/no-unnecessary-type-assertion': 'off' } },
  {
    files: ['{ferramentas,scripts,bench,caos,fuzz,.ci}/**/*.{ts,mjs}', 'test/{caos,carga}/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);
