import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { criarAplicacao, escutar } from './aplicacao.js';
import { PastaEmUso } from './banco/trava-da-pasta.js';
import { type Ambiente, AmbienteInvalido, lerAmbiente } from './config/ambiente.js';

/** Past it a stop in course is given up: what was not done is in the database, for the next process. */
const PRAZO_DA_PARADA_MS = 25_000;

/** Starts the process; what stops it from starting is said in plain Portuguese, and ends it. */
async function iniciar(): Promise<void> {
  const ambiente = lerAmbiente();
  const app = await criarAplicacao(ambiente);
  // A worker carries deliveries and mail; it serves nobody.
  if (ambiente.papel === 'worker') return escrever('Plantão trabalhando (PAPEL=worker, sem HTTP).');
  try {
    await escutar(app, ambiente.porta, ambiente.host);
  } catch (erro) {
    await app.close();
    throw portaTomada(erro) ? new Error(frasesDaPorta(ambiente)) : erro;
  }
  await saudar(app, ambiente);
}

async function saudar(app: NestFastifyApplication, { primeiroAcesso }: Ambiente): Promise<void> {
  const endereco = await app.getUrl();
  escrever('Plantão no ar.', `  API:     ${endereco}/v1`, `  Swagger: ${endereco}/docs`);
  if (primeiroAcesso)
    escrever(
      `  Entrada: ${primeiroAcesso.email} / ${primeiroAcesso.gerado ? primeiroAcesso.senha : '(senha em ADMIN_SENHA)'}`,
    );
}

const escrever = (...linhas: string[]): void => void process.stdout.write(`${linhas.join('\n')}\n`);

const portaTomada = (erro: unknown): boolean => (erro as { code?: unknown } | null)?.code === 'EADDRINUSE';

const frasesDaPorta = ({ porta, host }: Ambiente): string =>
  `A porta ${porta} de ${host} já está em uso. Encerre o outro programa ou escolha outra porta em PORT.`;

function explicar(erro: unknown): string {
  if (erro instanceof AmbienteInvalido || erro instanceof PastaEmUso) return erro.message;
  return erro instanceof Error ? erro.message : String(erro);
}

for (const sinal of ['SIGTERM', 'SIGINT'] as const)
  process.once(sinal, () => setTimeout(() => process.exit(1), PRAZO_DA_PARADA_MS).unref());

iniciar().catch((erro: unknown) => {
  process.stderr.write(`\nO Plantão não pôde iniciar.\n${explicar(erro)}\n`);
  // Pools and timers of a half-started application would keep the process alive, doing nothing.
  process.exit(1);
});
