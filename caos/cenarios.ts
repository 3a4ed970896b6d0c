import type { Cenario } from './cenario.js';
import { leitoDisputado } from './cenarios/leito-disputado.js';
import { matarBanco } from './cenarios/matar-banco.js';
import { matarProcesso } from './cenarios/matar-processo.js';

/** Everything that `npm run caos` does, in the order in which it is told. A new scenario joins by its line here. */
export const CENARIOS: readonly Cenario[] = [matarProcesso, matarBanco, leitoDisputado];
