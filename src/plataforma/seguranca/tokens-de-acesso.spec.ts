import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { RelogioMovel } from '../tempo/relogio.js';
import { AcessosRevogados } from './acessos-revogados.js';
import { PAPEIS } from './autor.js';
import { TokensDeAcesso, VALIDADE_DO_ACESSO_S } from './tokens-de-acesso.js';

const SEGREDO = 'um-segredo-de-teste-com-mais-de-32-letras';
const relogio = new RelogioMovel();
const tokens = new TokensDeAcesso(SEGREDO, relogio, new AcessosRevogados());

describe('tokens de acesso', () => {
  it('deve devolver quem foi assinado, enquanto vale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_147_483_647 }),
        fc.subarray([...PAPEIS]),
        (usuarioId, papeis) => {
          expect(tokens.ler(tokens.emitir({ usuarioId, papeis }).token)).toMatchObject({ usuarioId, papeis });
        },
      ),
    );
  });

  it('deve valer dez minutos, contados pelo relógio do produto', () => {
    relogio.ajustar(new Date('2026-06-01T10:00:00.000Z'));
    const { token, expiraEm } = tokens.emitir({ usuarioId: 1, papeis: [] });
    expect(expiraEm.toISOString()).toBe('2026-06-01T10:10:00.000Z');

    relogio.avancar((VALIDADE_DO_ACESSO_S - 5) * 1000);
    expect(tokens.ler(token).usuarioId).toBe(1);
    relogio.avancar(10_000);
    expect(() => tokens.ler(token)).toThrow(ErroDeDominio);
  });

  it('deve recusar qualquer token com um caractere trocado', () => {
    const { token } = tokens.emitir({ usuarioId: 7, papeis: ['MEDICO'] });
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.'), (posicao, letra) => {
        const trocado = token.slice(0, posicao) + letra + token.slice(posicao + 1);
        // The last character of base64url has bits that mean nothing.
        fc.pre(!mesmosBytes(token, trocado));
        expect(() => tokens.ler(trocado)).toThrow(ErroDeDominio);
      }),
    );
  });

  it('deve recusar o token de outra instalação', () => {
    const outra = new TokensDeAcesso('outro-segredo-de-teste-com-32-letras', relogio, new AcessosRevogados());

    expect(() => tokens.ler(outra.emitir({ usuarioId: 1, papeis: ['ADMIN'] }).token)).toThrow(
      'O token não é válido',
    );
  });
});

const mesmosBytes = (a: string, b: string): boolean => {
  const bytes = (token: string) =>
    token
      .split('.')
      .map((parte) => Buffer.from(parte, 'base64url').toString('hex'))
      .join('.');
  return bytes(a) === bytes(b);
};
