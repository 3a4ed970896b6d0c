import { ENTREGAS } from './entregas.js';
import { EVENTOS } from './eventos.js';
import { invariantes } from './invariante.js';
import { VEZES_E_CHAVES } from './vezes-e-chaves.js';

export const INVARIANTES_DA_PLATAFORMA = invariantes(EVENTOS, ENTREGAS, VEZES_E_CHAVES);
