import { invariantes } from '../../../plataforma/invariantes/invariante.js';
import { CONTAS } from './contas.js';
import { LANCAMENTOS } from './lancamentos.js';

export const INVARIANTES_DO_FINANCEIRO = invariantes(CONTAS, LANCAMENTOS);
