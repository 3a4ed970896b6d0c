import type { Cenario } from './cenario.js';
import { matarProcesso } from './cenarios/matar-processo.js';

/** Everything that `npm run caos` does, in the order in which it is told. A new scenario joins by its line here. */
export const CENARIOS: readonly Cenario[] = [matarProcesso];
