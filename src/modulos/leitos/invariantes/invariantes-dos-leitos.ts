import { invariantes } from '../../../plataforma/invariantes/invariante.js';
import { HISTORIA } from './historia.js';
import { LEITOS } from './leitos.js';
import { OCUPACOES } from './ocupacoes.js';
import { PLANOS } from './planos.js';

export const INVARIANTES_DOS_LEITOS = invariantes(LEITOS, OCUPACOES, HISTORIA, PLANOS);
