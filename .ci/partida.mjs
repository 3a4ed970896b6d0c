/**
 * The first five minutes of a stranger, in the folder given as argument: `npm start` on a free port and an empty
 * DADOS_DIR, the logins it prints, `npm run tour`, a second start, `npm run reset`. One line per check, and the
 * count at the end.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as esperar } from 'node:timers/promises';

/** The first start installs and compiles, where that was not done before. */
const PRAZO_DA_PRIMEIRA_MS = 180_000;
const PRAZO_DA_DEMONSTRACAO_S = 20;
/** Promised: 2 s. Machines of CI are slow and shared. */
const PRAZO_DA_SEGUNDA_MS = 4_000;
const PRAZO_DE_PARADA_MS = 30_000;
const PRAZO_DE_COMANDO_MS = 60_000;

const [pasta = '.'] = process.argv.slice(2);
const dados = mkdtempSync(join(tmpdir(), 'plantao-dados-'));
const porta = await portaLivre();
const base = `http://127.0.0.1:${porta}`;

// Nothing of this machine's own configuration: a stranger has none.
const ambiente = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([nome]) =>
        !/^(DB_|MAIL_|CORS_|PROXIES_|AUDITORIA_|EXIGE_|METRICAS_|DOCUMENTACAO$|URL_PUBLICA$|EMAIL_|HOSPITAL_|JWT_|LEITO_|ADMIN_|TOUR_|DEMO$|PAPEL$|RELOGIO_|HOST$|NODE_ENV$|LOG_LEVEL$)/.test(
          nome,
        ),
    ),
  ),
  PORT: String(porta),
  DADOS_DIR: dados,
};

const programas = new Set();
for (const sinal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(sinal, () => {
    encerrar();
    process.exit(1);
  });
}

let passaram = 0;
let falharam = 0;
let servidor = rodar('start');

await conferir('npm start deixa a aplicação pronta (/saude/pronta)', () =>
  ficarPronta(servidor, PRAZO_DA_PRIMEIRA_MS),
);

await conferir(`a demonstração é criada em até ${PRAZO_DA_DEMONSTRACAO_S} s`, async () => {
  const [, registros, segundos] = await servidor.disse(/pronto: ([\d.]+) registros em ([\d,]+) s/);
  if (Number(registros.replaceAll('.', '')) < 10_000) throw new Error(`tem só ${registros} registros`);
  if (Number(segundos.replace(',', '.')) > PRAZO_DA_DEMONSTRACAO_S) throw new Error(`levou ${segundos} s`);
  return `${registros} registros em ${segundos} s`;
});

await conferir('cada perfil que npm start mostra entra com a senha que ele mostra', async () => {
  const [, senha] = await servidor.disse(/Entrada: +senha (\S+) para todos/);
  await servidor.disse(/npm run tour/);
  const emails = [...servidor.saida.matchAll(/^ +[A-Z]+ +(\S+@\S+)$/gm)].map(([, email]) => email);
  if (emails.length < 9) throw new Error(`mostrou ${emails.length} entradas`);
  for (const email of emails) await entrar(email, senha);
  return `${emails.length} perfis`;
});

await conferir('a documentação descreve as rotas (/docs-json)', async () => {
  const resposta = await pedir('/docs-json');
  const documento = await resposta.json();
  const rotas = Object.keys(documento.paths ?? {}).length;
  if (!resposta.ok || !documento.openapi || rotas === 0)
    throw new Error(`${resposta.status}, ${rotas} rotas`);
});

await conferir('npm run tour conta a história até o fim', () => terminarBem(rodar('run', 'tour')));

await conferir('para com SIGTERM e termina com 0', () => parar(servidor));

await conferir('a segunda partida fica pronta em 2 s', async () => {
  const desde = performance.now();
  servidor = rodar('start');
  await ficarPronta(servidor, PRAZO_DA_PRIMEIRA_MS);
  const levou = performance.now() - desde;
  const quanto = `${(levou / 1000).toFixed(2)} s`;
  if (levou > PRAZO_DA_SEGUNDA_MS) throw new Error(`levou ${quanto}`);
  return quanto;
});

await conferir('npm run reset não apaga o que está em uso', async () => {
  const reset = rodar('run', 'reset');
  if ((await reset.fim) !== 1) throw new Error('aceitou');
  await reset.disse(/Há um Plantão usando a pasta/);
});

await conferir('npm run reset recomeça do zero', async () => {
  await parar(servidor);
  await terminarBem(rodar('run', 'reset'));
  // The lock holds nothing, and stays.
  const restos = readdirSync(dados).filter((nome) => nome !== 'em-uso.trava');
  if (restos.length > 0) throw new Error(`deixou ${restos.join(', ')}`);
});

encerrar();
console.log(`${passaram} passed, ${falharam} failed`);
process.exit(falharam > 0 ? 1 : 0);

/** Starts `npm <arguments>` in the folder; what it says is shown and kept. */
function rodar(...argumentos) {
  const processo = spawn('npm', argumentos, {
    cwd: pasta,
    env: ambiente,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that nothing is left behind if it does not stop.
    detached: true,
  });
  const programa = {
    processo,
    saida: '',
    fim: new Promise((resolver) => {
      processo.once('error', (erro) => resolver(erro.message));
      processo.once('exit', (codigo, sinal) => resolver(codigo ?? sinal));
    }),
    /** What matches in all it has said so far, waiting a moment for it. */
    async disse(padrao) {
      for (let tentativa = 0; tentativa < 100; tentativa++) {
        const achado = padrao.exec(this.saida);
        if (achado) return achado;
        await esperar(50);
      }
      throw new Error(`não disse ${padrao.source}`);
    },
  };
  for (const fonte of [processo.stdout, processo.stderr])
    fonte.on('data', (texto) => {
      programa.saida += texto;
      process.stdout.write(texto);
    });
  programas.add(programa);
  return programa;
}

async function ficarPronta({ fim }, prazo) {
  const limite = performance.now() + prazo;
  while ((await pedir('/saude/pronta').catch(() => undefined))?.status !== 200) {
    if (performance.now() > limite) throw new Error(`não ficou pronta em ${prazo / 1000} s`);
    const morta = await Promise.race([fim.then((codigo) => ({ codigo })), esperar(25)]);
    if (morta) throw new Error(`terminou antes de ficar pronta (${morta.codigo})`);
  }
}

async function entrar(email, senha) {
  const resposta = await pedir('/v1/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, senha }),
  });
  const corpo = await resposta.text();
  if (!resposta.ok || !JSON.parse(corpo).data?.accessToken)
    throw new Error(`${email}: ${resposta.status} ${corpo.slice(0, 300)}`);
}

async function parar({ processo, fim }) {
  processo.kill('SIGTERM');
  const codigo = await Promise.race([fim, esperar(PRAZO_DE_PARADA_MS, 'não parou a tempo')]);
  if (codigo !== 0) throw new Error(`terminou com ${codigo}`);
  const viva = await pedir('/saude/viva').catch(() => undefined);
  if (viva) throw new Error('o npm terminou, mas a aplicação continua no ar');
}

async function terminarBem({ fim }) {
  const codigo = await Promise.race([fim, esperar(PRAZO_DE_COMANDO_MS, 'não terminou a tempo')]);
  if (codigo !== 0) throw new Error(`terminou com ${codigo}`);
}

/** Removes what this program left in the machine. */
function encerrar() {
  for (const { processo } of programas) {
    try {
      process.kill(-processo.pid, 'SIGKILL');
    } catch {
      // Nothing was left running: as it should be.
    }
  }
  rmSync(dados, { recursive: true, force: true });
}

/** `fazer` may answer a figure, to be shown. */
async function conferir(nome, fazer) {
  try {
    const medida = await fazer();
    passaram += 1;
    console.log(`  ok     ${nome}${medida ? ` (${medida})` : ''}`);
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
