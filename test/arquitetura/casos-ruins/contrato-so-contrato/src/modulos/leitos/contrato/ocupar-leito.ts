import { Leito } from '../dominio/leito.js';

export const ocuparLeito = (): Leito => new Leito();
