import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  codigoDoPasso,
  deBase32,
  emBase32,
  enderecoOtpauth,
  passoDe,
  passoDoCodigo,
  sortearSegredo,
} from './totp.js';

/** RFC 6238, appendix B, SHA-1: the last six of their eight digits. */
const SEGREDO = emBase32(Buffer.from('12345678901234567890'));

describe('TOTP', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('deve dar no segundo %i o código da RFC 6238, %s', (segundo, codigo) => {
    expect(codigoDoPasso(SEGREDO, passoDe(new Date(segundo * 1000)))).toBe(codigo);
  });

  it.each([
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('deve escrever %s em base32 como a RFC 4648: %s', (texto, base32) => {
    expect(emBase32(Buffer.from(texto))).toBe(base32);
  });

  it('deve ler em base32 o que escreveu', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(deBase32(emBase32(Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('deve aceitar o código de agora, o anterior e o seguinte, e mais nenhum', () => {
    const agora = new Date('2026-06-01T12:00:15Z');
    const de = (distancia: number) => codigoDoPasso(SEGREDO, passoDe(agora) + distancia);
    const aceitos = [-3, -2, -1, 0, 1, 2, 3].map((d) => passoDoCodigo(SEGREDO, de(d), agora));
    const agoraE = passoDe(agora);
    expect(aceitos).toEqual([null, null, agoraE - 1, agoraE, agoraE + 1, null, null]);
  });

  it.each(['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', '-12345', '12345\u0000'])(
    'deve recusar %j sem falhar',
    (codigo) => {
      expect(passoDoCodigo(SEGREDO, codigo, new Date(59_000))).toBeNull();
    },
  );

  it('deve aceitar os seis dígitos com um espaço no meio', () => {
    expect(passoDoCodigo(SEGREDO, '287 082', new Date(59_000))).toBe(1);
  });

  it('deve sortear segredos de 160 bits, nunca o mesmo', () => {
    const segredos = Array.from({ length: 100 }, sortearSegredo);
    expect(new Set(segredos).size).toBe(100);
    for (const segredo of segredos) expect(segredo).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('deve escrever o endereço que os aplicativos leem, com o que é estranho escapado', () => {
    const endereco = new URL(enderecoOtpauth('ABC', 'ana+x@hospital.local', 'Hospital São José: UTI'));
    expect(endereco.protocol + endereco.host).toBe('otpauth:totp');
    expect(decodeURIComponent(endereco.pathname)).toBe('/Hospital São José: UTI:ana+x@hospital.local');
    expect(Object.fromEntries(endereco.searchParams)).toEqual({
      secret: 'ABC',
      issuer: 'Hospital São José: UTI',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
