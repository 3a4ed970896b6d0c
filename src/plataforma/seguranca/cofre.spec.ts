import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Cofre, SegredoIlegivel } from './cofre.js';

const cofre = new Cofre({ jwtSegredo: 'um-segredo-de-teste-com-mais-de-32-letras' });
const outro = new Cofre({ jwtSegredo: 'outro-segredo-de-teste-com-mais-de-32-letras' });

describe('cofre', () => {
  it('deve abrir o que selou, qualquer texto, no mesmo contexto', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (texto, contexto) => {
        const selado = cofre.selar(texto, contexto);
        expect(Cofre.selado(selado)).toBe(true);
        expect(cofre.abrir(selado, contexto)).toBe(texto);
      }),
    );
  });

  it('deve esconder o texto, e nunca selar duas vezes igual', () => {
    const [um, dois] = [cofre.selar('diabetes', 'x'), cofre.selar('diabetes', 'x')];
    expect(um).not.toBe(dois);
    expect(Buffer.from(um.split('.')[2]!, 'base64url').toString('latin1')).not.toContain('diabetes');
  });

  it('deve recusar o que é de outra chave, de outro contexto, ou foi mexido em qualquer parte', () => {
    const selado = cofre.selar('diabetes', 'chave:1');
    expect(() => outro.abrir(selado, 'chave:1')).toThrow(SegredoIlegivel);
    expect(() => cofre.abrir(selado, 'chave:2')).toThrow(SegredoIlegivel);
    for (const estragado of ['', 'v1', '{"data":1}', selado.slice(0, -5), `${selado}AAAA`])
      expect(() => cofre.abrir(estragado, 'chave:1')).toThrow(SegredoIlegivel);
    const [v, nome, corpo] = selado.split('.') as [string, string, string];
    const bytes = Buffer.from(corpo, 'base64url');
    for (let i = 0; i < bytes.length; i++) {
      const mexido = Buffer.from(bytes);
      mexido[i]! ^= 1;
      expect(() => cofre.abrir([v, nome, mexido.toString('base64url')].join('.'), 'chave:1')).toThrow(
        SegredoIlegivel,
      );
    }
  });
});
