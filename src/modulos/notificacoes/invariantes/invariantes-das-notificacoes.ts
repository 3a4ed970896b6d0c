import { invariantes } from '../../../plataforma/invariantes/invariante.js';
import { AVISOS } from './avisos.js';
import { ENVIO } from './envio.js';

export const INVARIANTES_DAS_NOTIFICACOES = invariantes(AVISOS, ENVIO);
