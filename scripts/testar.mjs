/**
 * `npm test`: prepares the clone, runs every test on SQLite and then those that touch a database again on
 * MySQL or MariaDB: the server of TESTE_DB_HOST, or a private one where its program is found. What comes
 * after `--` goes to Jest. Ends with one line, `N passed, N failed`; exits 0 only if all of it is well.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compilar, ErroDePreparo, instalar, RAIZ } from './preparar.mjs';
import { encontrarServidor, iniciarServidor } from './servidor-de-teste.mjs';

/** Files whose tests depend on the database; what a page looks like, or is written in it, does not. */
const DE_BANCO = String.raw`^(?!.*/test/(navegador|exemplos)/).*(\.(int-spec|e2e-spec)|test/caos/.*\.spec)\.ts$`;
const SINAIS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const pedidos = process.argv.slice(2);
if (pedidos[0] === '--') pedidos.shift();

const total = { passed: 0, failed: 0, skipped: 0 };
const avisos = [];
const temporaria = mkdtempSync(join(tmpdir(), 'plantao-testes-'));
let filho;
let servidor;
let sinalRecebido;

for (const sinal of SINAIS) {
  process.on(sinal, () => {
    sinalRecebido ??= sinal;
    filho?.kill(sinal);
  });
}

try {
  if (tentar(instalar)) {
    tentar(compilar);
    await rodar('SQLite', { BANCO_DE_TESTE: 'sqlite' }, []);
    await rodarNoMysql();
  }
} catch (erro) {
  falhar(erro.stack);
} finally {
  await servidor?.parar();
  rmSync(temporaria, { recursive: true, force: true });
}

if (sinalRecebido) {
  console.error(`\nInterrompido (${sinalRecebido}).`);
  process.exit(128 + constants.signals[sinalRecebido]);
}
console.log();
for (const aviso of avisos) console.log(aviso);
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed > 0 ? 1 : 0);

/** Counts a preparation that fails as one failure. */
function tentar(passo) {
  try {
    passo();
    return true;
  } catch (erro) {
    falhar(erro instanceof ErroDePreparo ? erro.message : erro.stack);
    return false;
  }
}

function falhar(aviso) {
  total.failed += 1;
  avisos.push(aviso);
}

async function rodarNoMysql() {
  if (sinalRecebido) return;
  if (pedidos.length > 0 && (await nenhumDeBanco())) {
    avisos.push('Entre os testes pedidos nenhum depende do banco: a metade MySQL não foi necessária.');
    return;
  }
  const endereco = await enderecoDoMysql();
  if (endereco) await rodar('MySQL', { BANCO_DE_TESTE: 'mysql', ...endereco }, [`--testRegex=${DE_BANCO}`]);
}

/** Environment that leads the tests to the server, or undefined where there is none. */
async function enderecoDoMysql() {
  if (process.env.TESTE_DB_HOST) {
    console.log(`\nUsando o servidor de TESTE_DB_HOST (${process.env.TESTE_DB_HOST}).`);
    return {};
  }
  if (!encontrarServidor()) {
    avisos.push(
      'ATENÇÃO: a metade MySQL dos testes NÃO rodou, porque não há mariadbd nem mysqld nesta máquina.',
      'Instale o MariaDB (no Debian: apt-get install mariadb-server) ou aponte TESTE_DB_HOST para um servidor de teste.',
    );
    return undefined;
  }
  try {
    servidor = await iniciarServidor();
  } catch (erro) {
    falhar(`A metade MySQL dos testes não rodou. ${erro.message}`);
    return undefined;
  }
  return {
    TESTE_DB_HOST: servidor.host,
    TESTE_DB_PORT: String(servidor.port),
    TESTE_DB_USER: servidor.user,
    TESTE_DB_PASSWORD: servidor.password,
    // The server goes with the run, and so does what the tests leave in it.
    TESTE_RODADA: String(process.pid),
  };
}

/** One run of Jest, added to the total. */
async function rodar(nome, ambiente, opcoes) {
  if (sinalRecebido) return;
  console.log(`\n── Testes em ${nome} ${'─'.repeat(60)}`);
  const arquivo = join(temporaria, `${nome}.json`);
  const { codigo } = await jest(
    [...opcoes, '--json', `--outputFile=${arquivo}`, ...limites(), ...pedidos],
    ambiente,
  );
  if (sinalRecebido) return;
  if (!existsSync(arquivo)) {
    falhar(`${nome}: o Jest terminou sem resultado (código ${codigo}).`);
    return;
  }
  const resultado = JSON.parse(readFileSync(arquivo, 'utf8'));
  // A file that does not load has no failed test of its own.
  const falhas = resultado.numFailedTests + resultado.numRuntimeErrorTestSuites;
  total.passed += resultado.numPassedTests;
  total.failed += falhas;
  total.skipped += resultado.numPendingTests + resultado.numTodoTests;
  if (resultado.numPassedTests + falhas === 0) {
    if (pedidos.length === 0 || nome === 'SQLite') falhar(`${nome}: nenhum teste foi executado.`);
  } else if (falhas === 0 && codigo !== 0) {
    falhar(`${nome}: nenhum teste falhou, mas o Jest terminou com o código ${codigo}.`);
  }
}

async function nenhumDeBanco() {
  const { saida } = await jest(
    [`--testRegex=${DE_BANCO}`, '--listTests', '--maxWorkers=1', ...pedidos],
    {},
    true,
  );
  return !saida.split('\n').some((linha) => linha.endsWith('.ts'));
}

/** Defaults that the person may replace. */
function limites() {
  const dado = (nome) => pedidos.some((pedido) => pedido === nome || pedido.startsWith(`${nome}=`));
  const paralelismo = dado('--maxWorkers') || dado('-w') || dado('--runInBand') || dado('-i');
  return [
    ...(paralelismo ? [] : ['--maxWorkers=75%']),
    ...(dado('--workerIdleMemoryLimit') ? [] : ['--workerIdleMemoryLimit=1GB']),
  ];
}

function jest(argumentos, ambiente, capturar = false) {
  filho = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(RAIZ, 'node_modules/jest/bin/jest.js'),
      ...argumentos,
    ],
    {
      cwd: RAIZ,
      env: { ...process.env, ...ambiente },
      stdio: ['ignore', capturar ? 'pipe' : 'inherit', 'inherit'],
    },
  );
  let saida = '';
  filho.stdout?.on('data', (parte) => (saida += parte));
  return new Promise((resolver, rejeitar) => {
    filho.once('error', rejeitar);
    filho.once('close', (codigo) => resolver({ codigo, saida }));
  });
}
