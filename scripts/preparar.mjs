/**
 * Makes a clone ready to run: right Node, dependencies installed, sources compiled. Does, and says, nothing
 * when there is nothing to do. Plain Node: it runs before node_modules exists.
 */
import './conferir-node.mjs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the project. */
export const RAIZ = dirname(dirname(fileURLToPath(import.meta.url)));

const INSTALADO = join(RAIZ, 'node_modules/.plantao-instalado');
const DIST = join(RAIZ, 'dist');
const COMPILADO = join(DIST, '.plantao-compilado');
const PRINCIPAL = join(DIST, 'src/main.js');
const PASTAS = ['src', 'migrations', 'ferramentas', 'bench', 'caos', 'fuzz'];
const TESTE = /\.(spec|int-spec|e2e-spec)\.ts$/;

/** What stopped the preparation; the message is for the person at the terminal. */
export class ErroDePreparo extends Error {}

/**
 * Installs and compiles what is missing or out of date.
 * Throws ErroDePreparo when npm or the compiler fails.
 */
export function preparar() {
  instalar();
  compilar();
}

/** The preparation for a command: when it cannot be done, says why and ends the process with 1. */
export function prepararOuSair(passo = preparar) {
  try {
    passo();
  } catch (erro) {
    const conselho = erro instanceof ErroDePreparo ? erro.message : conselhoDoDisco(erro);
    if (conselho === undefined) throw erro;
    console.error(`\n${conselho}`);
    process.exit(1);
  }
}

/** Installs the dependencies when node_modules is not what package-lock.json asks for. */
export function instalar() {
  const esperado = marcaDaInstalacao();
  if (ler(INSTALADO) === esperado) return;
  // Installed by hand with npm: nothing to redo if it holds exactly what the lock asks for.
  if (ler(INSTALADO) !== undefined || !instalacaoConfere()) {
    recusarPastaDeOutro();
    console.log('Instalando as dependências (npm ci); leva cerca de um minuto…');
    const npm = process.env.npm_execpath ?? '';
    executar(
      /npm-cli\.js$/.test(npm) ? [process.execPath, npm] : ['npm'],
      ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      (queixas) => `A instalação das dependências falhou. ${conselhoDaInstalacao(queixas)}`,
    );
  }
  anotarInstalacao(esperado);
}

/** Only spares the next command a look: a folder that cannot be written to is no reason not to start. */
function anotarInstalacao(esperado) {
  try {
    writeFileSync(INSTALADO, esperado);
  } catch (erro) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(erro.code)) throw erro;
  }
}

/** npm ci empties the folder first, through a link too. */
function recusarPastaDeOutro() {
  const pasta = join(RAIZ, 'node_modules');
  if (lstatSync(pasta, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new ErroDePreparo(
      `${pasta} é um atalho para outra pasta, que a instalação esvaziaria. Apague o atalho e tente de novo.`,
    );
}

/** Compiles into dist/ when a source, or how it is compiled, has changed. */
export function compilar() {
  const fontes = PASTAS.flatMap((pasta) => arquivosDe(join(RAIZ, pasta))).filter(
    (arquivo) => !TESTE.test(arquivo),
  );
  const esperado = marcaDasFontes(fontes);
  if (ler(COMPILADO) === esperado && existsSync(PRINCIPAL)) return;
  console.log('Compilando…');
  // The compiler trusts its own record of what it emitted: without the result, forget the record too.
  if (!existsSync(PRINCIPAL)) rmSync(DIST, { recursive: true, force: true });
  rmSync(COMPILADO, { force: true });
  const tsc = join(RAIZ, 'node_modules/typescript/bin/tsc');
  const registro = join(DIST, '.tsbuildinfo-compilado');
  executar(
    [process.execPath, tsc],
    ['-p', 'tsconfig.build.json', '--tsBuildInfoFile', registro],
    () => 'A compilação falhou: corrija os erros acima.',
  );
  copiarRecursos(fontes);
  apagarSobras(fontes);
  writeFileSync(COMPILADO, esperado);
}

/** What npm says, and what to do about it. A binary that could not be downloaded ends in a compilation: that first. */
const CONSELHOS = [
  [
    /gyp ERR|node-gyp|prebuild-install/,
    'Um pacote não conseguiu baixar o seu binário pronto (de github.com) nem compilar: libere a rede, ou instale ' +
      'python3, make e g++ (no Debian e no Ubuntu, apt-get install python3 make g++; no macOS, xcode-select ' +
      '--install), e tente de novo.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH/,
    'O registro de pacotes do npm não foi alcançado: verifique a rede e o proxy (npm config get registry, npm ' +
      'config get proxy) e tente de novo.',
  ],
  [/ENOSPC/, 'O disco está cheio: libere espaço (df -h mostra onde) e tente de novo.'],
  [
    /EACCES|EPERM|EROFS/,
    `Este usuário não pode gravar em ${RAIZ} ou na pasta do npm (npm config get cache): acerte o dono delas e ` +
      'tente de novo.',
  ],
  [/npm ENOENT/, 'O npm não foi encontrado: ele vem com o Node, em https://nodejs.org.'],
];

/** What a disk that takes no more says of our own files; undefined for what is not the disk's. */
const conselhoDoDisco = ({ code, path }) => {
  if (!['ENOSPC', 'EACCES', 'EPERM', 'EROFS'].includes(code)) return undefined;
  return `O Plantão não consegue gravar em ${path ?? RAIZ} (${code}). ${conselhoDaInstalacao(code)}`;
};

const conselhoDaInstalacao = (queixas) =>
  CONSELHOS.find(([sinal]) => sinal.test(queixas))?.[1] ?? 'Veja acima o que o npm disse e tente de novo.';

/** The lock, plus what decides which native binaries were installed. */
function marcaDaInstalacao() {
  const { platform, arch, versions } = process;
  return resumo([readFileSync(join(RAIZ, 'package-lock.json')), platform, arch, versions.modules]);
}

function marcaDasFontes(fontes) {
  const configuracao = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((nome) =>
    join(RAIZ, nome),
  );
  return resumo(
    [...fontes, ...configuracao].map((arquivo) => {
      const { mtimeMs, size } = statSync(arquivo);
      return `${arquivo}\n${mtimeMs}\n${size}\n`;
    }),
  );
}

/** True when node_modules holds every required package of the lock, in its version, and none besides. */
function instalacaoConfere() {
  const oculto = ler(join(RAIZ, 'node_modules/.package-lock.json'));
  if (oculto === undefined) return false;
  const instalados = JSON.parse(oculto).packages;
  const pedidos = JSON.parse(readFileSync(join(RAIZ, 'package-lock.json'), 'utf8')).packages;
  delete pedidos['']; // the project itself
  return (
    Object.entries(pedidos).every(([nome, { optional, version }]) => {
      const instalado = instalados[nome];
      return instalado ? instalado.version === version : optional === true;
    }) && Object.keys(instalados).every((nome) => nome in pedidos)
  );
}

/** Templates, styles, fonts: whatever the code reads beside itself at run time. */
function copiarRecursos(fontes) {
  for (const fonte of fontes.filter((arquivo) => !/\.(ts|md)$/.test(arquivo))) {
    const destino = join(DIST, relative(RAIZ, fonte));
    mkdirSync(dirname(destino), { recursive: true });
    cpSync(fonte, destino);
  }
}

/** Removes the output of sources that no longer exist: a deleted migration must not run from dist/. */
function apagarSobras(fontes) {
  const vivos = new Set(fontes.map((fonte) => relative(RAIZ, fonte).replace(/\.ts$/, '.js')));
  for (const saida of PASTAS.flatMap((pasta) => arquivosDe(join(DIST, pasta)))) {
    if (!vivos.has(relative(DIST, saida).replace(/\.js\.map$/, '.js'))) rmSync(saida);
  }
}

function arquivosDe(pasta) {
  if (!existsSync(pasta)) return [];
  return readdirSync(pasta, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort();
}

/** Runs a program in the root; when it fails, `seFalhar` makes the message out of what it complained of. */
function executar([programa, ...prefixo], argumentos, seFalhar) {
  const { status, error, stderr } = spawnSync(programa, [...prefixo, ...argumentos], {
    cwd: RAIZ,
    stdio: ['inherit', 'inherit', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32' && programa === 'npm',
  });
  if (stderr) process.stderr.write(stderr);
  if (error || status !== 0) throw new ErroDePreparo(seFalhar(error ? error.message : stderr));
}

const ler = (arquivo) => (existsSync(arquivo) ? readFileSync(arquivo, 'utf8') : undefined);

function resumo(partes) {
  const soma = createHash('sha256');
  for (const parte of partes) soma.update(parte);
  return soma.digest('hex');
}
