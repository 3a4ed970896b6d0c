import { invariantes } from '../../../plataforma/invariantes/invariante.js';
import { CONTAS } from './contas.js';

export const INVARIANTES_DO_FINANCEIRO = invariantes(CONTAS);
