import type { Setor } from './setor.js';

export interface Leito {
  setor: Setor;
}
