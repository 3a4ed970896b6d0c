import { invariantes } from '../../../plataforma/invariantes/invariante.js';
import { LEITOS } from './leitos.js';

export const INVARIANTES_DOS_LEITOS = invariantes(LEITOS);
