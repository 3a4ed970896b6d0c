import { Registro } from '../../../plataforma/registros/registro.js';

export const SETOR = new Registro('setores', 'SETOR', 'O setor');
