import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { criarAplicacao } from './aplicacao.js';
import { type Ambiente, AmbienteInvalido, lerAmbiente } from './config/ambiente.js';

/** Starts the process; what stops it from starting is said in plain Portuguese. */
async function iniciar(): Promise<void> {
  const ambiente = lerAmbiente();
  const app = await criarAplicacao(ambiente);
  // A worker carries deliveries and mail; it serves nobody.
  if (ambiente.papel === 'worker') return escrever('Plantão trabalhando (PAPEL=worker, sem HTTP).');
  await app.listen(ambiente.porta, ambiente.host);
  await saudar(app, ambiente);
}

async function saudar(app: NestFastifyApplication, { primeiroAcesso }: Ambiente): Promise<void> {
  const endereco = await app.getUrl();
  escrever('Plantão no ar.', `  API:     ${endereco}/v1`, `  Swagger: ${endereco}/docs`);
  if (primeiroAcesso)
    escrever(`  Entrada: ${primeiroAcesso.email} / ${primeiroAcesso.gerado ? primeiroAcesso.senha : '(senha em ADMIN_SENHA)'}`);
}

const escrever = (...linhas: string[]): void => void process.stdout.write(`${linhas.join('\n')}\n`);

iniciar().catch((erro: unknown) => {
  process.stderr.write(`\nO Plantão não pôde iniciar.\n${explicar(erro)}\n`);
  process.exitCode = 1;
});

function explicar(erro: unknown): string {
  if (erro instanceof AmbienteInvalido) return erro.message;
  return erro instanceof Error ? (erro.stack ?? erro.message) : String(erro);
}
