import { invariantes } from '../../../plataforma/invariantes/invariante.js';
import { ESTADIAS } from './estadias.js';
import { HISTORIA } from './historia.js';

export const INVARIANTES_DAS_INTERNACOES = invariantes(ESTADIAS, HISTORIA);
