import { Agendador } from '../../src/plataforma/agendador/agendador.js';
import { Rele } from '../../src/plataforma/eventos/rele.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';

/** Stops the reactions and the schedule for good, so that the test itself runs the commands they would. */
export async function pararRele(aplicacao: AplicacaoDeTeste): Promise<void> {
  await aplicacao.app.get(Rele).beforeApplicationShutdown();
  await aplicacao.app.get(Agendador).beforeApplicationShutdown();
}
