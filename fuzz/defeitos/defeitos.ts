import { DEFEITOS_DE_ACESSO } from './acesso.js';
import type { DefeitoPlantado } from './defeito.js';
import { DEFEITOS_DE_EFEITO } from './efeitos.js';
import { DEFEITOS_DE_ENTRADA } from './entradas.js';
import { DEFEITOS_DE_RESPOSTA } from './respostas.js';

/** All that the fuzzer is asked to find. */
export const DEFEITOS: readonly DefeitoPlantado[] = [
  ...DEFEITOS_DE_ENTRADA,
  ...DEFEITOS_DE_RESPOSTA,
  ...DEFEITOS_DE_EFEITO,
  ...DEFEITOS_DE_ACESSO,
];

/** Those of every build: one of each kind, quick to find. */
const CURTOS = ['campos-a-mais', 'rastro-de-recusa', 'inativo-continua', 'perfil-a-mais'];

export const defeitosCurtos = (): DefeitoPlantado[] =>
  DEFEITOS.filter(({ codigo }) => CURTOS.includes(codigo));
