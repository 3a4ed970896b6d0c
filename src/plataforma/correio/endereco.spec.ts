import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { enderecoValido, mascararEndereco } from './endereco.js';

const LOCAL_64 = 'a'.repeat(64);
const DOMINIO_189 = Array.from({ length: 3 }, () => 'd'.repeat(62)).join('.') + '.';

describe('endereço de e-mail', () => {
  it.each([
    'operacao@hospital.local',
    'a@b',
    "o'neill+leitos@hospital.com.br",
    'nome.do.meio@sub.dominio-1.org',
    `${LOCAL_64}@hospital.local`,
    `${LOCAL_64}@${DOMINIO_189}`.replace(/\.$/, ''),
  ])('deve aceitar %s', (endereco) => {
    expect(enderecoValido(endereco)).toBe(true);
  });

  it.each([
    '',
    '@',
    'a@',
    '@b',
    'a',
    'a@b@c',
    '.a@b',
    'a.@b',
    'a..b@c',
    'a@-b',
    'a@b-',
    'a@b..c',
    'a@b.',
    'a@[127.0.0.1]',
    'ação@hospital.local',
    'a@hospitál.local',
    `${LOCAL_64}a@b`,
    `a@${'d'.repeat(64)}`,
    `${LOCAL_64}@${DOMINIO_189}x`,
    'a@b\r\nRCPT TO:<c@d>',
    'a@b\n',
    'a@b\u0000',
    'a b@c',
    ' a@b',
    'a@b ',
    'a@b,c@d',
    'a@b;c@d',
    'grupo: a@b;',
    'Nome <a@b>',
    '<a@b>',
    'a@b>',
    '"a b"@c',
    '"evil@x y"@hosp',
    'a(comentario)@b',
    'a\\@b',
    '\u202Ea@b',
    '\uD800a@b',
    '=?utf-8?q?a=40b=0D=0ABcc=3Ac=40d?=@x y',
  ])('deve recusar %j', (endereco) => {
    expect(enderecoValido(endereco)).toBe(false);
  });

  it('deve aceitar só o que não pode ser lido como outro destinatário, outra linha ou outro cabeçalho', () => {
    const partes = fc.constantFrom(
      'a',
      'b.c',
      '@',
      '@',
      '.',
      '"',
      ' ',
      ',',
      ';',
      ':',
      '<',
      '>',
      '(',
      ')',
      '\\',
      '\r\n',
      '\u0000',
      '\u202E',
      'é',
      '[',
      ']',
    );
    fc.assert(
      fc.property(fc.array(partes, { minLength: 1, maxLength: 8 }), (pedacos) => {
        const endereco = pedacos.join('');
        if (enderecoValido(endereco)) expect(endereco).toMatch(/^[a-c.]+@[a-c.]+$/);
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['operacao@hospital.local', 'o***@hospital.local'],
    ['a@b', 'a***@b'],
    ['sem-arroba', '***'],
    ['@b', '***'],
  ])('deve mascarar %s', (endereco, esperado) => {
    expect(mascararEndereco(endereco)).toBe(esperado);
  });
});
