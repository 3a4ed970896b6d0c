/**
 * Runs dependency-cruiser with the rules of the house on each folder given as argument and prints, as JSON,
 * what each one breaks: `{ [pasta]: { arquivos, violacoes: [{ regra, de, para }] } }`. A process of its own:
 * the cruiser gains nothing from Jest's module sandbox and loads several times faster outside it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extrairOpcoes from 'dependency-cruiser/config-utl/extract-depcruise-options';

const RAIZ = join(import.meta.dirname, '../../..');
const FONTES = ['src', 'migrations', 'ferramentas', 'bench', 'caos', 'fuzz', 'test'];

const resultado = {};
for (const pasta of process.argv.slice(2)) {
  const opcoes = await extrairOpcoes(join(RAIZ, '.dependency-cruiser.cjs'));
  const fontes = FONTES.filter((fonte) => existsSync(join(pasta, fonte)));
  const { output } = await cruise(fontes, { ...opcoes, baseDir: pasta, validate: true });
  resultado[pasta] = {
    arquivos: output.summary.totalCruised,
    violacoes: output.summary.violations.map(({ rule, from, to }) => ({
      regra: rule.name,
      de: from,
      para: to,
    })),
  };
}
process.stdout.write(JSON.stringify(resultado));
