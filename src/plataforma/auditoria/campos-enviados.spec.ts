import { describe, expect, it } from '@jest/globals';
import { camposEnviados } from './campos-enviados.js';

describe('campos enviados', () => {
  it('deve ser os nomes do que veio, com os de dentro, e nunca o que trazem', () => {
    const corpo = {
      nome: 'Zulmira',
      endereco: { cep: '50010000', numero: '1' },
      alergias: ['dipirona'],
      cpf: null,
    };
    expect(camposEnviados(corpo)).toBe('nome,endereco.cep,endereco.numero,alergias,cpf');
  });

  it('deve dizer uma vez só o que se repete em uma lista', () => {
    const corpo = {
      diarias: [
        { classe: 'UTI', valor: 1 },
        { classe: 'QUARTO', valor: 2, obs: 'x' },
      ],
      vazia: [],
    };
    expect(camposEnviados(corpo)).toBe('diarias.classe,diarias.valor,diarias.obs,vazia');
  });

  it('deve calar o que não tem nome de campo', () => {
    expect(camposEnviados({ 'CPF 529.982.247-25': 1, nome: 2, 'a,b': 3, ['x'.repeat(41)]: 4 })).toBe('nome');
    expect(['texto', 3, null, undefined, []].map(camposEnviados)).toEqual(['', '', '', '', '']);
  });

  it('deve caber na coluna, com nomes inteiros', () => {
    const muitos = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`campo_numero_${n}`, n]));
    const texto = camposEnviados(muitos);
    expect(texto.length).toBeLessThanOrEqual(500);
    expect(texto).toMatch(/,campo_numero_\d+,…$/);
    expect(
      texto
        .split(',')
        .slice(0, -1)
        .every((nome) => nome in muitos),
    ).toBe(true);
  });

  it('deve parar de descer em um corpo fundo demais', () => {
    let corpo: object = { fim: 1 };
    for (let n = 0; n < 50; n++) corpo = { dentro: corpo };
    expect(camposEnviados(corpo)).toBe('dentro.dentro.dentro.dentro');
  });
});
