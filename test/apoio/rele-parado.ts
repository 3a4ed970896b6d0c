import { Rele } from '../../src/plataforma/eventos/rele.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';

/** Stops the reactions for good, so that the test itself runs the commands they would. */
export const pararRele = (aplicacao: AplicacaoDeTeste): Promise<void> =>
  aplicacao.app.get(Rele).beforeApplicationShutdown();
