import { AplicacaoDeTeste } from './aplicacao-de-teste.js';
import { NO_MYSQL } from './banco-de-teste.js';

/** Two replicas of the product on one database; where a database takes one process only, that one twice. */
export async function iniciarReplicas(): Promise<[AplicacaoDeTeste, AplicacaoDeTeste]> {
  const primeira = await AplicacaoDeTeste.iniciar();
  return [primeira, NO_MYSQL ? await AplicacaoDeTeste.sobre(primeira.banco) : primeira];
}

export async function encerrarReplicas([primeira, segunda]: [
  AplicacaoDeTeste,
  AplicacaoDeTeste,
]): Promise<void> {
  if (segunda !== primeira) await segunda.app.close();
  await primeira.encerrar();
}
