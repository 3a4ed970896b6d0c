import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lerJson } from './ler-json.js';

describe('Leitura do JSON', () => {
  it('deve recusar 5.000 níveis sem estourar a pilha', () => {
    expect(() => lerJson('['.repeat(5_000) + ']'.repeat(5_000))).toThrow('mais de 32 níveis');
    expect(() => lerJson('{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000))).toThrow('mais de 32 níveis');
  });

  it('deve aceitar até 32 níveis e não contar colchetes dentro de textos', () => {
    expect(() => lerJson('['.repeat(32) + ']'.repeat(32))).not.toThrow();
    expect(() => lerJson('['.repeat(33) + ']'.repeat(33))).toThrow('mais de 32 níveis');
    expect(lerJson('{"a":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\"[["}')).toEqual({
      a: '['.repeat(37) + '"[[',
    });
  });

  it('deve aceitar listas de até 1.000 itens, e objetos de outros tantos campos', () => {
    const lista = (itens: number): string =>
      `{"a":[[0,1],${Array(itens - 1)
        .fill(0)
        .join()}]}`;
    expect((lerJson(lista(1_000)) as { a: unknown[] }).a).toHaveLength(1_000);
    expect(() => lerJson(lista(1_001))).toThrow('mais de 1000 itens');
    const campos = Array.from({ length: 1_001 }, (_, i) => `"c${i}":0`);
    expect(() => lerJson(`{${campos.slice(1).join()}}`)).not.toThrow();
    expect(() => lerJson(`{${campos.join()}}`)).toThrow('mais de 1000 itens');
  });

  it('deve dizer que não é JSON o que não é', () => {
    for (const texto of ['{', '{"a":}', "{'a':1}", '\u0000', ',', ':', '}{'])
      expect(() => lerJson(texto)).toThrow('não é um JSON válido');
  });

  it('deve recusar o campo que vem duas vezes, escrito como for, em qualquer nível', () => {
    for (const texto of [
      '{"a":1,"a":1}',
      '{"a":1,"\\u0061":2}',
      '[{"b":{"a":1,"a":2}}]',
      '{"__proto__":1,"__proto__":2}',
      '{"a":{"a":1},"a":{"a":1}}',
    ])
      expect(() => lerJson(texto)).toThrow('mais de uma vez');
    expect(lerJson('{"a":{"a":"a:b,a:c"},"b":[{"a":1},{"a":1}]}')).toEqual({
      a: { a: 'a:b,a:c' },
      b: [{ a: 1 }, { a: 1 }],
    });
  });

  it('deve não deixar o corpo mexer no que todo objeto tem', () => {
    const lido = lerJson('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}');
    expect(Object.keys(lido as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(lido)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  it('deve ler o que JSON.parse lê, igual', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (valor) => {
        const texto = JSON.stringify(valor);
        expect(lerJson(texto)).toEqual(JSON.parse(texto));
      }),
      { seed: 7 },
    );
  });
});
