import { Leito } from './dominio/index.js';

export const exemplo = new Leito();
