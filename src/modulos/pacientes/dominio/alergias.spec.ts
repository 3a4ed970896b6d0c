import { describe, expect, it } from '@jest/globals';
import { semRepetidas } from './alergias.js';

describe('alergias', () => {
  it('deve juntar as que só diferem na escrita e manter a primeira', () => {
    expect([...semRepetidas(['Dipirona', 'Látex', 'DIPIRONA', 'latex', 'Camarão'])]).toEqual([
      ['dipirona', 'Dipirona'],
      ['latex', 'Látex'],
      ['camarao', 'Camarão'],
    ]);
  });
});
