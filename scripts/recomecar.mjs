/**
 * `npm run reset`: starts over. Removes from DADOS_DIR the files of the embedded database, and nothing else. Asks
 * for confirmation, unless what is there is the demonstration or `-- --sim` says so. Touches no database server.
 */
import './conferir-node.mjs';
import { existsSync, lstatSync, readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
// By their default export: a name that an old Node lacks would end the process before conferir-node speaks.
import readline from 'node:readline';
import util from 'node:util';
import { instalar, prepararOuSair, RAIZ } from './preparar.mjs';

const BANCO = 'plantao.sqlite';
const TRAVA = 'em-uso.trava';
/**
 * What the product writes in DADOS_DIR: the database and its journals, the secrets (whole or half written). Its lock
 * holds nothing, and stays: taken away, it would let in two processes at once.
 */
const DO_PLANTAO = /^(plantao\.sqlite(-wal|-shm|-journal)?|(segredo-jwt|acesso-inicial)\.json(\.novo)?)$/;
const PALAVRA = 'apagar';

process.chdir(RAIZ);
const { DADOS_DIR = './dados', DB_HOST, DB_NAME = 'plantao' } = lerConfiguracao();

if (DB_HOST !== undefined) {
  sair(
    1,
    `O banco está no servidor ${DB_HOST}, e o reset não mexe em servidores. Para recomeçar, pare o Plantão e execute\n` +
      'como administrador do servidor:\n' +
      `  DROP DATABASE \`${DB_NAME}\`;\n` +
      `  CREATE DATABASE \`${DB_NAME}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;`,
  );
}

const pasta = resolve(DADOS_DIR);
const encontrados = arquivosDoPlantao();
if (encontrados.length === 0) sair(0, `Não há nada do Plantão em ${pasta}: npm start já começa do zero.`);

prepararOuSair(instalar);
const { default: Database } = await import('better-sqlite3');
const soltar = tomarAPasta();
if (!process.argv.includes('--sim') && !ehDemonstracao() && !(await confirmado())) {
  soltar();
  sair(1, 'Nada foi apagado.');
}

// Listed again: reading a database in WAL mode leaves two files beside it.
const apagados = arquivosDoPlantao();
for (const nome of apagados) apagar(nome);
soltar();
sair(0, `Apagados de ${pasta}: ${apagados.join(', ')}.\nPara começar do zero: npm start.`);

/** `.env` under the real environment, blanks left out: as the product reads them. */
function lerConfiguracao() {
  const doArquivo = existsSync('.env') ? util.parseEnv(readFileSync('.env', 'utf8')) : {};
  const todas = Object.entries({ ...doArquivo, ...process.env });
  return Object.fromEntries(todas.filter(([, valor]) => valor.trim() !== ''));
}

/** The database first: SQLite discards the journals of one that is gone, never the other way round. */
function arquivosDoPlantao() {
  if (!existsSync(pasta)) return [];
  return readdirSync(pasta)
    .filter((nome) => DO_PLANTAO.test(nome) && !lstatSync(join(pasta, nome)).isDirectory())
    .sort((a, b) => Number(b === BANCO) - Number(a === BANCO));
}

/** Holds the lock of the folder, as the product does; ends the process when somebody has it. */
function tomarAPasta() {
  let trava;
  try {
    trava = new Database(join(pasta, TRAVA), { timeout: 0 });
    trava.pragma('locking_mode = EXCLUSIVE');
    trava.exec('BEGIN EXCLUSIVE');
  } catch (erro) {
    if (erro.code !== 'SQLITE_BUSY') naoPode(TRAVA, erro);
    sair(1, `Há um Plantão usando a pasta ${pasta}. Encerre-o e tente de novo; nada foi apagado.`);
  }
  return () => trava.close();
}

/** True only of a database that says so itself: whatever cannot be read may be a hospital. */
function ehDemonstracao() {
  try {
    const banco = new Database(join(pasta, BANCO), { readonly: true, fileMustExist: true });
    try {
      return banco.prepare('SELECT id FROM demonstracao').get() !== undefined;
    } finally {
      banco.close();
    }
  } catch {
    return false;
  }
}

async function confirmado() {
  console.log(`Isto apaga para sempre o hospital guardado em ${pasta}: ${encontrados.join(', ')}.`);
  if (!process.stdin.isTTY) {
    console.error('Não há terminal onde confirmar. Se é isso mesmo, npm run reset -- --sim.');
    return false;
  }
  const terminal = readline.promises.createInterface({ input: process.stdin, output: process.stdout });
  const desistiu = new Promise((resolver) => terminal.once('close', () => resolver('')));
  const resposta = await Promise.race([terminal.question(`Para confirmar, digite ${PALAVRA}: `), desistiu]);
  terminal.close();
  return resposta.trim() === PALAVRA;
}

function apagar(nome) {
  try {
    unlinkSync(join(pasta, nome));
  } catch (erro) {
    if (erro.code !== 'ENOENT') naoPode(nome, erro);
  }
}

function naoPode(nome, { code, message }) {
  sair(
    1,
    `O arquivo ${join(pasta, nome)} não pôde ser mudado (${code ?? message}): confira o dono da pasta e se o disco ` +
      'aceita gravação, e tente de novo.',
  );
}

function sair(codigo, frase) {
  (codigo === 0 ? console.log : console.error)(frase);
  process.exit(codigo);
}
