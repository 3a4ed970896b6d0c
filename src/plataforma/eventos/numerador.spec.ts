import { describe, expect, it } from '@jest/globals';
import { emOrdem } from './numerador.js';

describe('Ordem da numeração', () => {
  it('deve seguir a versão dentro do agregado, ainda que o relógio de um processo atrase', () => {
    const eventos = [
      { id: '1', agregado: 'leito:1', versao: 3 },
      { id: '2', agregado: 'leito:2', versao: 1 },
      { id: '3', agregado: 'leito:1', versao: 2 },
      { id: '4', agregado: 'leito:1', versao: 2 },
    ];
    expect(emOrdem(eventos).map((e) => e.id)).toEqual(['3', '2', '4', '1']);
  });
});
