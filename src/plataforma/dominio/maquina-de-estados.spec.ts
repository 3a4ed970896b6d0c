import { describe, expect, it } from '@jest/globals';
import { MaquinaDeEstados } from './maquina-de-estados.js';

const porta = new MaquinaDeEstados<'ABERTA' | 'FECHADA' | 'TRANCADA', 'abrir' | 'fechar' | 'trancar'>(
  'porta',
  'Uma porta.',
  { ABERTA: 'aberta', FECHADA: 'fechada', TRANCADA: 'trancada' },
  ['FECHADA'],
  [
    { de: 'FECHADA', acao: 'abrir', para: 'ABERTA' },
    { de: 'ABERTA', acao: 'fechar', para: 'FECHADA' },
    { de: 'ABERTA', acao: 'fechar', para: 'TRANCADA', quando: 'se for noite' },
  ],
);

describe('Máquina de estados', () => {
  it('deve mover por uma transição declarada, e escolher o destino quando há mais de um', () => {
    expect(porta.mover('FECHADA', 'abrir', 'X', 'A porta')).toBe('ABERTA');
    expect(porta.mover('ABERTA', 'fechar', 'X', 'A porta')).toBe('FECHADA');
    expect(porta.mover('ABERTA', 'fechar', 'X', 'A porta', 'TRANCADA')).toBe('TRANCADA');
  });

  it('deve recusar o que não foi declarado e dizer o que é possível', () => {
    expect(() => porta.mover('FECHADA', 'trancar', 'PORTA.NAO', 'A porta 7')).toThrow(
      'A porta 7 está fechada: a ação "trancar" não é possível. Ações possíveis agora: abrir.',
    );
    expect(() => porta.mover('TRANCADA', 'abrir', 'PORTA.NAO', 'A porta 7')).toThrow('Nenhuma outra é.');
  });

  it('deve oferecer só as ações expostas, sem esconder as outras do diagrama nem impedi-las', () => {
    const automatica = new MaquinaDeEstados<'ABERTA' | 'FECHADA', 'abrir' | 'bater'>(
      'porta',
      'Uma porta.',
      { ABERTA: 'aberta', FECHADA: 'fechada' },
      ['FECHADA'],
      [
        { de: 'FECHADA', acao: 'abrir', para: 'ABERTA' },
        { de: 'ABERTA', acao: 'bater', para: 'FECHADA' },
      ],
      ['abrir'],
    );
    expect([automatica.acoesDe('FECHADA'), automatica.acoesDe('ABERTA')]).toEqual([['abrir'], []]);
    expect(automatica.permite('ABERTA', 'bater')).toBe(true);
    expect(automatica.mover('ABERTA', 'bater', 'X', 'A porta')).toBe('FECHADA');
    expect(() => automatica.mover('ABERTA', 'abrir', 'X', 'A porta')).toThrow(
      'A porta está aberta: a ação "abrir" não é possível. Nenhuma outra é.',
    );
    expect(automatica.mermaid()).toContain('ABERTA --> FECHADA: bater');
  });

  it('deve listar as ações de cada estado e desenhar o diagrama', () => {
    expect(porta.acoesDe('ABERTA')).toEqual(['fechar']);
    expect(porta.mermaid()).toBe(
      'stateDiagram-v2\n  [*] --> FECHADA\n  FECHADA --> ABERTA: abrir\n  ABERTA --> FECHADA: fechar\n  ABERTA --> TRANCADA: fechar',
    );
  });
});
