import { feriados } from './feriados.js';

export const calendario = feriados;
