/**
 * Starts the product as a stranger would, `npm start` in the folder given as argument, on a free port and an
 * empty DADOS_DIR; asks it a few things; stops it with SIGTERM. One line per check, and the count at the end.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as esperar } from 'node:timers/promises';

const PRAZO_DE_PARTIDA_MS = 180_000;
const PRAZO_DE_PARADA_MS = 30_000;

const [pasta = '.'] = process.argv.slice(2);
const dados = mkdtempSync(join(tmpdir(), 'plantao-dados-'));
const porta = await portaLivre();
const base = `http://127.0.0.1:${porta}`;
const administrador = { email: 'admin@hospital.local', senha: 'uma-senha-so-do-ensaio-2026' };

// Nothing of this machine's own configuration: a stranger has none.
const ambiente = Object.fromEntries(
  Object.entries(process.env).filter(
    ([nome]) =>
      !/^(DB_|MAIL_|EMAIL_|HOSPITAL_|JWT_|LEITO_|DEMO$|PAPEL$|RELOGIO_|HOST$|NODE_ENV$|LOG_LEVEL$)/.test(
        nome,
      ),
  ),
);

const servidor = spawn('npm', ['start'], {
  cwd: pasta,
  env: {
    ...ambiente,
    PORT: String(porta),
    DADOS_DIR: dados,
    ADMIN_EMAIL: administrador.email,
    ADMIN_SENHA: administrador.senha,
  },
  stdio: ['ignore', 'inherit', 'inherit'],
  // A group of its own, so that nothing is left behind if it does not stop.
  detached: true,
});
const fim = new Promise((resolver) => {
  servidor.once('error', (erro) => resolver(erro.message));
  servidor.once('exit', (codigo, sinal) => resolver(codigo ?? sinal));
});

for (const sinal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(sinal, () => {
    encerrar();
    process.exit(1);
  });
}

let passaram = 0;
let falharam = 0;

await conferir('a aplicação fica pronta (/saude/pronta)', async () => {
  const limite = performance.now() + PRAZO_DE_PARTIDA_MS;
  while ((await pedir('/saude/pronta').catch(() => undefined))?.status !== 200) {
    if (performance.now() > limite) throw new Error(`não ficou pronta em ${PRAZO_DE_PARTIDA_MS / 1000} s`);
    const morta = await Promise.race([fim.then((codigo) => ({ codigo })), esperar(200)]);
    if (morta) throw new Error(`terminou antes de ficar pronta (${morta.codigo})`);
  }
});

await conferir('o administrador entra (POST /v1/auth/login)', async () => {
  const resposta = await pedir('/v1/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(administrador),
  });
  const corpo = await resposta.text();
  if (!resposta.ok || !JSON.parse(corpo).data?.accessToken)
    throw new Error(`${resposta.status} ${corpo.slice(0, 300)}`);
});

await conferir('a documentação descreve as rotas (/docs-json)', async () => {
  const resposta = await pedir('/docs-json');
  const documento = await resposta.json();
  const rotas = Object.keys(documento.paths ?? {}).length;
  if (!resposta.ok || !documento.openapi || rotas === 0)
    throw new Error(`${resposta.status}, ${rotas} rotas`);
});

await conferir('para com SIGTERM e termina com 0', async () => {
  servidor.kill('SIGTERM');
  const codigo = await Promise.race([fim, esperar(PRAZO_DE_PARADA_MS, 'não parou a tempo')]);
  if (codigo !== 0) throw new Error(`terminou com ${codigo}`);
  const viva = await pedir('/saude/viva').catch(() => undefined);
  if (viva) throw new Error('o npm terminou, mas a aplicação continua no ar');
});

encerrar();
console.log(`${passaram} passed, ${falharam} failed`);
process.exit(falharam > 0 ? 1 : 0);

/** Removes what this program left in the machine. */
function encerrar() {
  try {
    process.kill(-servidor.pid, 'SIGKILL');
  } catch {
    // Nothing was left running: as it should be.
  }
  rmSync(dados, { recursive: true, force: true });
}

async function conferir(nome, fazer) {
  try {
    await fazer();
    passaram += 1;
    console.log(`  ok     ${nome}`);
  } catch (erro) {
    falharam += 1;
    console.log(`  FALHOU ${nome}: ${erro.message}`);
  }
}

function pedir(caminho, opcoes = {}) {
  return fetch(`${base}${caminho}`, { ...opcoes, signal: AbortSignal.timeout(10_000) });
}

function portaLivre() {
  return new Promise((resolver, rejeitar) => {
    const sonda = createServer().once('error', rejeitar);
    sonda.listen(0, '127.0.0.1', () => {
      const { port } = sonda.address();
      sonda.close(() => resolver(port));
    });
  });
}
