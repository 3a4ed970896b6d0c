import { describe, expect, it } from '@jest/globals';
import { saudar } from '../../src/partida/saudacao.js';
import { ler } from './apoio/arquivos.js';

const SEM_CORES = { forte: (t: string) => t, fraco: (t: string) => t, bom: (t: string) => t };

describe('saudação mostrada nos README', () => {
  it.each(['README.md', 'README.pt-BR.md'])('deve ser, em %s, a que o produto escreve', (leiaMe) => {
    const [, mostrada = ''] = /```text\n([\s\S]*?)```/.exec(ler(leiaMe)) ?? [];
    const [, segundos = ''] = /pronto em ([\d,]+) s/.exec(mostrada) ?? [];
    const [, banco = ''] = /Banco: +(.+)/.exec(mostrada) ?? [];
    expect(banco).toMatch(/^SQLite [\d.]+ em dados\/plantao\.sqlite$/);
    const escrita = saudar(
      {
        endereco: 'http://127.0.0.1:8000',
        banco,
        documentacao: true,
        correioLocal: true,
        demonstracao: true,
        adiantadoMs: 0,
        primeiroAcesso: { email: 'admin@hospital.local', senha: 'inventada', gerado: true },
        avisos: [],
        levouMs: Number(segundos.replace(',', '.')) * 1_000,
      },
      SEM_CORES,
    );
    expect(mostrada.trim()).toBe(escrita.join('\n').trim());
  });
});
