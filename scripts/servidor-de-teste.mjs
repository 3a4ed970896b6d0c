/**
 * A private MariaDB or MySQL server for tests: a temporary directory, a free port of 127.0.0.1, its own user.
 * It dies with this process, however this process dies. Plain Node, no dependencies.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as esperar } from 'node:timers/promises';

const PASTAS = [
  ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/libexec',
  '/usr/local/mysql/bin',
  '/usr/local/mariadb/bin',
  '/usr/local/opt/mariadb/bin',
  '/usr/local/opt/mysql/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/opt/homebrew/opt/mysql/bin',
];
const PRAZO_DE_PARTIDA_MS = 60_000;
const PRAZO_DE_PARADA_MS = 30_000;

/** Path of the server's program, or undefined where there is none. */
export function encontrarServidor() {
  return encontrar(['mariadbd', 'mysqld'], PASTAS);
}

/**
 * Starts a server and resolves when it accepts connections. Rejects, with the end of the server's own log
 * in the message, when there is no program or it does not start in a minute. `opcoes` of the server come after,
 * and so prevail over, those of a test.
 */
export async function iniciarServidor(opcoes = []) {
  const programa = encontrarServidor();
  if (!programa) throw new Error('Nenhum mariadbd nem mysqld foi encontrado nesta máquina.');
  const servidor = new ServidorDeTeste(programa, opcoes);
  try {
    await servidor.preparar();
    await servidor.ligar();
  } catch (erro) {
    await servidor.parar();
    throw erro;
  }
  return servidor;
}

class ServidorDeTeste {
  host = '127.0.0.1';
  port = 0;
  user = 'teste';
  password = randomBytes(12).toString('hex');

  #programa;
  #proprias;
  #pasta;
  #vigia;
  #processo;

  constructor(programa, opcoes) {
    this.#programa = programa;
    this.#proprias = opcoes;
    // The path of a Unix socket has some 100 bytes; the temporary directory of macOS takes half of them.
    this.#pasta = mkdtempSync(join(tmpdir().length > 40 ? '/tmp' : tmpdir(), 'plantao-sgbd-'));
    this.#vigia = vigiar(this.#pasta);
  }

  /** Process id of the running server. */
  get pid() {
    return this.#processo?.pid;
  }

  /** Creates the system tables and the script that creates the user of the tests. */
  async preparar() {
    mkdirSync(join(this.#pasta, 'tmp'));
    const dados = `--datadir=${join(this.#pasta, 'dados')}`;
    const versao = spawnSync(this.#programa, ['--version'], { encoding: 'utf8' }).stdout ?? '';
    const [programa, ...argumentos] = /mariadb/i.test(versao)
      ? [instaladorDoMariadb(this.#programa), '--auth-root-authentication-method=normal', '--skip-test-db']
      : [this.#programa, '--initialize-insecure'];
    const { status, error, stdout, stderr } = spawnSync(
      programa,
      ['--no-defaults', ...argumentos, dados, ...comoRoot()],
      { encoding: 'utf8', cwd: this.#pasta },
    );
    if (status !== 0) {
      throw new Error(
        `O banco de teste não pôde ser criado: ${error?.message ?? `${stdout}${stderr}`.slice(-2000)}`,
      );
    }
    writeFileSync(
      join(this.#pasta, 'usuario.sql'),
      `CREATE USER IF NOT EXISTS '${this.user}'@'%' IDENTIFIED BY '${this.password}';\n` +
        `GRANT ALL PRIVILEGES ON *.* TO '${this.user}'@'%' WITH GRANT OPTION;\n`,
      { mode: 0o600 },
    );
    this.port = await portaLivre();
  }

  /** Starts the server on the data that it has, on the same port, and waits until it accepts connections. */
  async ligar() {
    const processo = spawn(this.#programa, this.#opcoes(), {
      cwd: this.#pasta,
      stdio: 'ignore',
      detached: true,
    });
    this.#processo = processo;
    processo.on('error', () => undefined);
    processo.unref();
    this.#vigia.stdin.write(`${processo.pid}\n`);

    const limite = performance.now() + PRAZO_DE_PARTIDA_MS;
    while (!(await aceitaConexao(this.host, this.port))) {
      if (!vivo(processo) || performance.now() > limite) {
        throw new Error(`O banco de teste não partiu. Fim do registro dele:\n${this.#registro()}`);
      }
      await esperar(50);
    }
  }

  /** Stops the server in order and removes all that it wrote. */
  async parar() {
    await this.#desligar('SIGTERM');
    rmSync(this.#pasta, { recursive: true, force: true });
    this.#vigia.stdin.end();
  }

  /** Kills the server at once, as a power cut would the process; the data stay for `reiniciar()`. */
  async matar() {
    await this.#desligar('SIGKILL');
  }

  /** Stops the server if it is running, and starts it again on the same data and port. */
  async reiniciar() {
    await this.#desligar('SIGTERM');
    await this.ligar();
  }

  /** Freezes the server: it accepts connections and never answers, until `descongelar()`. */
  congelar() {
    this.#processo.kill('SIGSTOP');
  }

  descongelar() {
    this.#processo.kill('SIGCONT');
  }

  #opcoes() {
    const em = (nome) => join(this.#pasta, nome);
    return [
      '--no-defaults',
      `--datadir=${em('dados')}`,
      `--tmpdir=${em('tmp')}`,
      `--socket=${em('s.sock')}`,
      `--pid-file=${em('pid')}`,
      `--log-error=${em('erro.log')}`,
      `--init-file=${em('usuario.sql')}`,
      `--port=${this.port}`,
      `--bind-address=${this.host}`,
      '--skip-name-resolve',
      '--skip-log-bin',
      '--loose-mysqlx=OFF',
      '--loose-performance-schema=OFF',
      '--max-connections=300',
      '--innodb-buffer-pool-size=256M',
      // A commit survives the death of the server, not of the machine: what a test can tell, without the disk's wait.
      '--innodb-flush-log-at-trx-commit=2',
      '--innodb-flush-method=nosync',
      // As a hospital's server often is; the application must not care.
      '--default-time-zone=-03:00',
      ...comoRoot(),
      ...this.#proprias,
    ];
  }

  async #desligar(sinal) {
    const processo = this.#processo;
    if (!processo || !vivo(processo)) return;
    const fim = new Promise((resolver) => processo.once('exit', resolver));
    processo.ref();
    processo.kill('SIGCONT');
    processo.kill(sinal);
    const desistir = new AbortController();
    const prazo = esperar(PRAZO_DE_PARADA_MS, 'prazo', { signal: desistir.signal }).catch(() => undefined);
    if ((await Promise.race([fim, prazo])) === 'prazo') {
      processo.kill('SIGKILL');
      await fim;
    }
    desistir.abort();
    this.#vigia.stdin.write('0\n');
  }

  #registro() {
    const arquivo = join(this.#pasta, 'erro.log');
    return existsSync(arquivo) ? readFileSync(arquivo, 'utf8').split('\n').slice(-30).join('\n') : '(vazio)';
  }
}

/**
 * A process that outlives this one by an instant: it reads process ids from its standard input and, when that
 * closes (we ended, were killed, or said so), kills the last one (0: none) and removes the folder.
 */
function vigiar(pasta) {
  const programa = `
    let pid = 0;
    process.stdin.on('data', (linhas) => { pid = Number(String(linhas).trim().split('\\n').at(-1)); });
    process.stdin.on('end', () => {
      try { if (pid) process.kill(pid, 'SIGKILL'); } catch {}
      setTimeout(() => require('node:fs').rmSync(process.argv[1], { recursive: true, force: true, maxRetries: 10 }), 200);
    });
    for (const sinal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(sinal, () => {});`;
  const vigia = spawn(process.execPath, ['-e', programa, pasta], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  vigia.on('error', () => undefined);
  vigia.stdin.on('error', () => undefined);
  vigia.unref();
  vigia.stdin.unref?.();
  return vigia;
}

/** Reads the first packet: version 10 of the protocol is a greeting, anything else a refusal. */
function aceitaConexao(host, port) {
  return new Promise((resolver) => {
    const conexao = createConnection({ host, port });
    const responder = (aceita) => {
      conexao.destroy();
      resolver(aceita);
    };
    conexao.setTimeout(2_000, () => responder(false));
    conexao.once('error', () => responder(false));
    conexao.once('close', () => responder(false));
    conexao.once('data', (pacote) => responder(pacote[4] === 10));
  });
}

function portaLivre() {
  return new Promise((resolver, rejeitar) => {
    const servidor = createServer().once('error', rejeitar);
    servidor.listen(0, '127.0.0.1', () => {
      const { port } = servidor.address();
      servidor.close(() => resolver(port));
    });
  });
}

function instaladorDoMariadb(servidor) {
  const pasta = dirname(servidor);
  const vizinhas = [pasta, join(pasta, '../bin'), join(pasta, '../scripts')];
  const instalador = encontrar(['mariadb-install-db', 'mysql_install_db'], [...vizinhas, ...PASTAS]);
  if (!instalador) throw new Error(`Falta o mariadb-install-db, que acompanha ${servidor}.`);
  return instalador;
}

function encontrar(nomes, pastas) {
  return nomes
    .flatMap((nome) => pastas.map((pasta) => join(pasta, nome)))
    .find((caminho) => existsSync(caminho));
}

const comoRoot = () => (process.getuid?.() === 0 ? ['--user=root'] : []);

const vivo = (processo) =>
  processo.pid !== undefined && processo.exitCode === null && processo.signalCode === null;
