import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lerJson, maisFundoQue } from './profundidade-do-json.js';

describe('Leitura do JSON', () => {
  it('deve recusar 5.000 níveis sem estourar a pilha', () => {
    expect(() => lerJson('['.repeat(5_000) + ']'.repeat(5_000))).toThrow('mais de 32 níveis');
    expect(() => lerJson('{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000))).toThrow('mais de 32 níveis');
  });

  it('deve aceitar até 32 níveis e não contar colchetes dentro de textos', () => {
    expect(() => lerJson('['.repeat(32) + ']'.repeat(32))).not.toThrow();
    expect(lerJson('{"a":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\"[["}')).toEqual({
      a: '['.repeat(37) + '"[[',
    });
  });

  it('deve dizer que não é JSON o que não é', () => {
    for (const texto of ['{', '{"a":}', "{'a':1}", '\u0000'])
      expect(() => lerJson(texto)).toThrow('não é um JSON válido');
  });

  it('deve medir a mesma profundidade que o valor tem', () => {
    const profundidade = (valor: unknown): number =>
      typeof valor === 'object' && valor !== null
        ? 1 + Math.max(0, ...Object.values(valor).map(profundidade))
        : 0;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (valor) => {
        const n = profundidade(valor);
        const texto = JSON.stringify(valor);
        expect(maisFundoQue(texto, n)).toBe(false);
        if (n > 0) expect(maisFundoQue(texto, n - 1)).toBe(true);
      }),
      { seed: 7 },
    );
  });
});
