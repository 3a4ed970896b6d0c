import { describe, expect, it } from '@jest/globals';
import { ErroDeBanco } from '../../banco/erros-de-banco.js';
import { conflito } from './erro-de-dominio.js';
import { quadrosDaPilha, resumoDoErro } from './resumo-do-erro.js';

describe('resumo de um erro', () => {
  it('deve repetir o que é nosso, e do alheio só dizer de que espécie é e onde foi', () => {
    expect(resumoDoErro(conflito('LEITO.OCUPADO', 'Leito 3 ocupado.'))).toBe(
      'LEITO.OCUPADO: Leito 3 ocupado.',
    );
    expect(resumoDoErro(new ErroDeBanco('chave_duplicada', 'uq_x', new Error("'Maria'")))).toBe(
      'database error: chave_duplicada (uq_x)',
    );
    const alheio = resumoDoErro(new TypeError("Duplicate entry 'Maria'"));
    expect(alheio).toMatch(/^TypeError em \S+resumo-do-erro\.spec\.\w+:\d+:\d+$/);
    for (const estranho of ['Maria', { nome: 'Maria' }, null])
      expect(resumoDoErro(estranho)).not.toContain('Maria');
  });

  it('deve não tomar por pilha as linhas de uma mensagem de várias', () => {
    const erro = new Error('primeira\nMaria\n   at Maria');
    expect(resumoDoErro(erro)).not.toContain('Maria');
    expect(quadrosDaPilha(erro.stack).join('\n')).not.toContain('\nMaria\n');
  });
});
