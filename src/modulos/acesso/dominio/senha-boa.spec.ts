import { describe, expect, it } from '@jest/globals';
import { PALAVRAS_COMUNS } from './palavras-comuns.js';
import { exigirSenhaBoa } from './senha-boa.js';

const ANA = {
  nome: 'Ana Beatriz Conceição',
  email: 'abc.souza@saolucas.med.br',
  hospital: 'Hospital São Lucas',
};
const tentar = (senha: string, contexto = ANA) => {
  try {
    exigirSenhaBoa(senha, contexto, 'novaSenha');
    return null;
  } catch (erro) {
    return (erro as { codigo: string }).codigo;
  }
};

describe('exigirSenhaBoa', () => {
  it.each([
    'uma frase que só eu sei',
    'senha de ana',
    'senha-de-teste-1',
    'Senha-do-usuario-1',
    'frase longa da medida',
    'aaaa bbbb cccc dddd',
    'xK9#vT2q',
    'çãõéüíóá',
    '🐴🔋📎 correto',
    'brasil e um pais grande',
  ])('deve aceitar %s', (senha) => {
    expect(tentar(senha)).toBeNull();
  });

  it.each([
    'senha123',
    'Senha@123',
    's3nh@2024',
    'P@ssw0rd',
    'p@ssw0rd2024',
    'Flamengo1981',
    'flamengo!!',
    '!!corinthians',
    'demonstracao',
    'Demonstração',
    'teamomuito',
    'deusefiel7',
    'mariaeduarda',
    '12345678',
    '0123456789',
    '87654321',
    '11111111',
    '19081985',
    'abcabcabc',
    'qwertyuiop',
    'poiuytrewq',
    '1q2w3e4r5t',
    'abcdefgh',
    'administrador',
    'hospital123',
    'ｓｅｎｈａ１２３',
  ])('deve recusar %s, que é das mais usadas', (senha) => {
    expect(tentar(senha)).toBe('ACESSO.SENHA_COMUM');
  });

  it.each([
    ['o nome', 'beatriz gosta de sol'],
    ['o nome, com acentos e maiúsculas', 'CONCEICAO-1970-x'],
    ['o nome, com sinais por letras', 'b3atr1z-e-o-mar'],
    ['o e-mail', 'xx abc.souza xx'],
    ['o e-mail, sem os pontos', 'xxabcsouzaxx'],
    ['o sistema', 'meu plantão de hoje'],
    ['o hospital', 'o lucas de sempre'],
  ])('deve recusar a que contém %s', (_, senha) => {
    expect(tentar(senha)).toBe('ACESSO.SENHA_PREVISIVEL');
  });

  it.each([
    ['sete', 'q8#vT2k'],
    ['sete, depois de normalizada', 'ｑ8#vT2k'],
    ['129', 'q8#vT2k xyz'.repeat(12)],
    ['mais do que cabe, depois de normalizada', 'ﷺ'.repeat(10)],
  ])('deve recusar a de %s caracteres', (_, senha) => {
    expect(tentar(senha)).toBe('ACESSO.SENHA_TAMANHO');
  });

  it('deve dizer o campo, e uma saída, sem repetir a senha', () => {
    expect(() => exigirSenhaBoa('flamengo81', ANA, 'novaSenha')).toThrow(
      expect.objectContaining({ campo: 'novaSenha', tipo: 'regra_violada' }),
    );
    expect(() => exigirSenhaBoa('flamengo81', ANA)).not.toThrow(/flamengo/);
  });

  it('deve ignorar nomes curtos, que aparecem dentro de outras palavras', () => {
    const li = { nome: 'Li Ana', email: 'li@x.local' };
    expect(tentar('uma semana livre', { ...ANA, ...li })).toBeNull();
  });

  it('deve conhecer mais de três mil das mais usadas que têm oito caracteres ou mais', () => {
    const finais = ['', '1', '12', '123', '1234', '123456', '@123', '2024', '!', '01'];
    const conhecidas = [...PALAVRAS_COMUNS]
      .flatMap((palavra) => finais.map((final) => palavra + final))
      .filter((senha) => senha.length >= 8);
    expect(conhecidas.filter((s) => tentar(s, { nome: 'X', email: 'x@y', hospital: '' }) === null)).toEqual(
      [],
    );
    expect(new Set(conhecidas).size).toBeGreaterThan(3_000);
  });
});
