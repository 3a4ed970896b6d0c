import { Agendador } from '../../src/plataforma/agendador/agendador.js';
import { Selador } from '../../src/plataforma/auditoria/selador.js';
import { Rele } from '../../src/plataforma/eventos/rele.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';

/** Stops the reactions, the schedule and the sealing for good, so that the test itself runs what they would. */
export async function pararRele(aplicacao: AplicacaoDeTeste): Promise<void> {
  await aplicacao.app.get(Rele).beforeApplicationShutdown();
  await aplicacao.app.get(Agendador).beforeApplicationShutdown();
  await aplicacao.app.get(Selador).beforeApplicationShutdown();
}
