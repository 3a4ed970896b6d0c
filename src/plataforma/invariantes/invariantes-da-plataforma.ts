import { ENTREGAS } from './das-entregas.js';
import { EVENTOS } from './dos-eventos.js';
import { invariantes } from './invariante.js';

export const INVARIANTES_DA_PLATAFORMA = invariantes(EVENTOS, ENTREGAS);
