import { describe, expect, it } from '@jest/globals';
import { houveVez, mudancas } from '../../../fuzz/alvos/retrato.js';

const ANTES = {
  leitos: '3 linhas, último 3, versões 5',
  tarefas_vezes: '9 linhas, último 9, versões 0',
};

describe('retrato do banco', () => {
  it('deve dizer que tabela mudou, e como', () => {
    expect(mudancas(ANTES, { ...ANTES, leitos: '3 linhas, último 3, versões 6' })).toEqual([
      'leitos: 3 linhas, último 3, versões 5 → 3 linhas, último 3, versões 6',
    ]);
    expect(mudancas(ANTES, ANTES)).toEqual([]);
  });

  it('deve saber que uma tarefa agendada rodou no meio, o que não é mudança de quem pediu', () => {
    const depois = { ...ANTES, tarefas_vezes: '9 linhas, último 10, versões 0' };
    expect([houveVez(ANTES, depois), houveVez(ANTES, ANTES)]).toEqual([true, false]);
    expect(mudancas(ANTES, depois)).toEqual([]);
  });
});
