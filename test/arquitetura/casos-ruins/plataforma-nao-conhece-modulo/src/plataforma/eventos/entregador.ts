import type { AltaConcedida } from '../../modulos/internacoes/contrato/alta-concedida.js';

export type Entregue = AltaConcedida;
