import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { palavrasDaBusca, textoDeBusca } from './busca-no-correio.js';

const mensagem = (texto: string) => ({
  messageId: '<m@plantao>',
  para: 'Mesa@hospital.local',
  assunto: 'Leito 203-B livre · Clínica Médica',
  html: '<p>só no HTML</p>',
  texto,
});

describe('busca no correio', () => {
  it('deve achar por destinatário, assunto e texto, sem acentos e em qualquer caixa', () => {
    const busca = textoDeBusca(mensagem('O que fazer\n agora: LIMPEZA'));
    for (const procurada of ['mesa@HOSPITAL', 'CLINICA médica', '203-b', 'fazer agora', 'limpéza'])
      for (const palavra of palavrasDaBusca(procurada)) expect(busca).toContain(palavra);
    expect(busca).not.toContain('html');
  });

  it.each([
    ['', []],
    [' \t\u0301 ', []],
    ['  São  são PAULO ', ['sao', 'paulo']],
  ])('deve separar "%s" em palavras', (busca, palavras) => {
    expect(palavrasDaBusca(busca)).toEqual(palavras);
  });

  it('deve caber na coluna, qualquer que seja a mensagem', () => {
    // The longest body there may be, in letters that grow when they lose their capitals.
    expect(Buffer.byteLength(textoDeBusca(mensagem('Ⱥ'.repeat(30_000))))).toBeLessThan(65_536);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), (trecho) => {
        const texto = trecho.repeat(Math.floor(60_000 / Buffer.byteLength(trecho)));
        expect(Buffer.byteLength(textoDeBusca(mensagem(texto)))).toBeLessThan(65_536);
      }),
      { numRuns: 50 },
    );
  });
});
