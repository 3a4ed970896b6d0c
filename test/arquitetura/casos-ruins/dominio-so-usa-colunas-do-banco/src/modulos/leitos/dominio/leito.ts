import { texto } from '../../../banco/colunas.js';
import { consultar } from '../../../banco/leitura.js';

export const leito = { numero: texto, carregar: consultar };
