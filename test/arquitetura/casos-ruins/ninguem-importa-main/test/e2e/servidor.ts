import { iniciar } from '../../src/main.js';

export const servidor = iniciar();
