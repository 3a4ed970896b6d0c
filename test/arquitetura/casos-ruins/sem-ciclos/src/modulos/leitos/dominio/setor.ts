import type { Leito } from './leito.js';

export interface Setor {
  leitos: Leito[];
}
