/**
 * The software bill of materials of a release (CycloneDX, JSON), on standard output, from package-lock.json alone:
 * needs no network. npm makes it; what goes and what stays the lock file says, because `npm sbom --omit dev` also
 * leaves out what both the product and a development package want (@nestjs/common, rxjs).
 */
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const { status, stdout } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
  cwd: new URL('..', import.meta.url),
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  stdio: ['ignore', 'pipe', 'inherit'],
  shell: process.platform === 'win32',
});
if (status !== 0) process.exit(status ?? 1);

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const daVersao = new Set(
  Object.entries(packages)
    .filter(([, { dev }]) => !dev)
    .flatMap(([caminho, { name, version }]) =>
      [caminho.split('node_modules/').at(-1), name].map((nome) => `${nome}@${version}`),
    ),
);

const lista = JSON.parse(stdout);
const fora = new Set(
  lista.components
    .filter(({ name, version }) => !daVersao.has(`${name}@${version}`))
    .map((componente) => componente['bom-ref']),
);
lista.components = lista.components.filter((componente) => !fora.has(componente['bom-ref']));
lista.dependencies = lista.dependencies
  .filter(({ ref }) => !fora.has(ref))
  .map((um) => ({ ...um, dependsOn: (um.dependsOn ?? []).filter((ref) => !fora.has(ref)) }));
process.stdout.write(`${JSON.stringify(lista, null, 2)}\n`);
