import { TABELA_DE_LEITOS } from '../src/modulos/leitos/dominio/leito.js';

export const tabela = TABELA_DE_LEITOS;
