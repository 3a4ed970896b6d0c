/**
 * Lints snippets with the configuration of the house, as if each were the file named beside it. Reads
 * `[{ arquivo, codigo }]` from the standard input and prints `[[regra, …], …]`, in the same order.
 * A process of its own: ESLint loads its configuration by `import()` and the TypeScript compiler with it,
 * which is slow in Jest's module sandbox.
 */
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const RAIZ = join(import.meta.dirname, '../../..');
const casos = JSON.parse(await text(process.stdin));
const arquivos = [...new Set(casos.map((caso) => caso.arquivo))];

const eslint = new ESLint({
  cwd: RAIZ,
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        // The files do not exist: TypeScript checks them in a project of their own.
        projectService: {
          allowDefaultProject: arquivos,
          defaultProject: 'tsconfig.json',
          maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: arquivos.length + 1,
        },
      },
    },
  },
});

const resposta = [];
for (const { arquivo, codigo } of casos) {
  const [resultado] = await eslint.lintText(codigo, { filePath: join(RAIZ, arquivo) });
  resposta.push(resultado.messages.map((mensagem) => mensagem.ruleId ?? mensagem.message));
}
process.stdout.write(JSON.stringify(resposta));
