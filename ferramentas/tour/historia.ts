import { CHEGADA } from './capitulos/chegada.js';
import { INTERNACAO } from './capitulos/internacao.js';
import { PREPARATIVOS } from './capitulos/preparativos.js';
import { BASTIDORES } from './capitulos/bastidores.js';
import { SAIDA } from './capitulos/saida.js';
import type { Capitulo } from './passo.js';

/** The story of one stay, from the first login to what lies behind it. */
export const HISTORIA: readonly Capitulo[] = [
  ...PREPARATIVOS,
  ...CHEGADA,
  ...INTERNACAO,
  ...SAIDA,
  ...BASTIDORES,
];
