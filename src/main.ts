import { createRequire } from 'node:module';
import type { Ambiente } from './config/ambiente.js';
import { detalhado, explicar } from './partida/explicar.js';

/** Past it a stop in course is given up: what was not done is in the database, for the next process. */
const PRAZO_DA_PARADA_MS = 25_000;

/** Loads the product: what it lacks can then be explained, and its files load a quarter faster than by import. */
const carregar = createRequire(import.meta.url);

let ambiente: Ambiente | null = null;

/** Starts the process; what stops it from starting is said in plain Portuguese, and ends it. */
async function iniciar(): Promise<void> {
  carregar('reflect-metadata');
  const { lerAmbiente } = carregar('./config/ambiente.js') as typeof import('./config/ambiente.js');
  ambiente = lerAmbiente();
  // A third of a second of every start, for line numbers that only who debugs will read.
  if (detalhado(ambiente)) process.setSourceMapsEnabled(true);
  const { partir } = carregar('./partida/partir.js') as typeof import('./partida/partir.js');
  await partir(ambiente);
  // Only now: until it is ready a signal ends the process at once, and the database undoes what was half done.
  for (const sinal of ['SIGTERM', 'SIGINT'] as const)
    process.once(sinal, () => setTimeout(() => process.exit(1), PRAZO_DA_PARADA_MS).unref());
}

iniciar().catch((erro: unknown) => {
  process.stderr.write(`\nO Plantão não pôde iniciar.\n${explicar(erro, ambiente)}\n`);
  // Pools and timers of a half-started application would keep the process alive, doing nothing.
  process.exit(1);
});
