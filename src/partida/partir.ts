import { once } from 'node:events';
import { createServer } from 'node:net';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { criarAplicacao, escutar } from '../aplicacao.js';
import { descreverBanco } from '../banco/descricao-do-banco.js';
import { UnidadeDeTrabalho } from '../banco/unidade-de-trabalho.js';
import type { Ambiente } from '../config/ambiente.js';
import { Demonstracao } from '../plataforma/demonstracao/demonstracao.js';
import { Registrador } from '../plataforma/observabilidade/registrador.js';
import { coresDe } from './cores.js';
import { detalhado } from './explicar.js';
import { explicarEscuta } from './explicar-escuta.js';
import { saudar } from './saudacao.js';

/** The process of the product, from its configuration to the greeting. */
export async function partir(ambiente: Ambiente): Promise<void> {
  // Nest writes what fails with the stack, above the explanation: only who debugs wants both.
  if (!detalhado(ambiente)) Logger.overrideLogger(false);
  // A worker carries deliveries and mail; it serves nobody.
  const serve = ambiente.papel !== 'worker';
  if (serve) await exigirEscuta(ambiente);
  const app = await criarAplicacao(ambiente);
  if (serve) await servir(app, ambiente);
  await apresentar(app, ambiente, serve ? await app.getUrl() : null);
}

/** Better known now than after a demonstration was made: somebody else has the port, or it may not be used. */
async function exigirEscuta({ porta, host }: Ambiente): Promise<void> {
  const sonda = createServer().listen(porta, host);
  try {
    await once(sonda, 'listening');
  } catch (erro) {
    throw explicarEscuta(erro, { porta, host });
  }
  await new Promise((resolver) => sonda.close(resolver));
}

async function servir(app: NestFastifyApplication, ambiente: Ambiente): Promise<void> {
  if (!detalhado(ambiente)) app.useLogger(false);
  try {
    await escutar(app, ambiente.porta, ambiente.host);
  } catch (erro) {
    await app.close();
    throw explicarEscuta(erro, ambiente);
  } finally {
    app.useLogger(app.get(Registrador));
  }
}

async function apresentar(
  app: NestFastifyApplication,
  { banco, correio, documentacao, primeiroAcesso, avisos }: Ambiente,
  endereco: string | null,
): Promise<void> {
  const { ativa, adiantadoMs } = app.get(Demonstracao);
  const linhas = saudar(
    {
      endereco,
      banco: await app.get(UnidadeDeTrabalho).executar((tx) => descreverBanco(tx, banco)),
      documentacao,
      correioLocal: correio.servidor === null,
      demonstracao: ativa,
      adiantadoMs,
      primeiroAcesso,
      avisos,
      levouMs: performance.now(),
    },
    coresDe(process.stdout),
  );
  process.stdout.write(`${linhas.join('\n')}\n`);
}
