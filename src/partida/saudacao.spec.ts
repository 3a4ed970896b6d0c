import { describe, expect, it } from '@jest/globals';
import { ACESSOS } from '../demonstracao/acessos.js';
import type { Cores } from './cores.js';
import { type Partida, saudar } from './saudacao.js';

const SEM_CORES: Cores = { forte: (t) => t, fraco: (t) => t, bom: (t) => t };

const PARTIDA: Partida = {
  endereco: 'http://127.0.0.1:8000',
  banco: 'SQLite 3.53.2 em dados/plantao.sqlite',
  documentacao: true,
  correioLocal: true,
  demonstracao: false,
  adiantadoMs: 0,
  primeiroAcesso: null,
  avisos: [],
  levouMs: 1_260,
};

const dizer = (mudancas: Partial<Partida>): string =>
  saudar({ ...PARTIDA, ...mudancas }, SEM_CORES).join('\n');

describe('saudação', () => {
  it('deve mostrar os endereços alinhados, o banco, a primeira entrada e quanto levou', () => {
    const primeiroAcesso = { email: 'admin@hospital.local', senha: 'inventada', gerado: true };
    expect(dizer({ primeiroAcesso })).toBe(
      [
        '',
        '● Plantão no ar, pronto em 1,3 s.',
        '',
        '  API:     http://127.0.0.1:8000/v1',
        '  Swagger: http://127.0.0.1:8000/docs',
        '  Correio: http://127.0.0.1:8000/correio, com o token de um ADMIN',
        '  Banco:   SQLite 3.53.2 em dados/plantao.sqlite',
        '  Entrada: admin@hospital.local / inventada',
        '',
      ].join('\n'),
    );
  });

  it('deve não mostrar uma senha que foi escolhida', () => {
    const primeiroAcesso = { email: 'eu@hospital.local', senha: 'escolhida', gerado: false };
    for (const demonstracao of [false, true]) {
      const dito = dizer({ primeiroAcesso, demonstracao });
      expect(dito).toMatch(/eu@hospital\.local .*\(senha em ADMIN_SENHA\)/);
      expect(dito).not.toContain('escolhida');
    }
  });

  it('deve mostrar na demonstração uma entrada por perfil e o que experimentar, em 80 colunas', () => {
    const primeiroAcesso = { email: 'admin@hospital.local', senha: 'nao-usada', gerado: true };
    const dito = dizer({ demonstracao: true, primeiroAcesso });
    expect(dito).toMatch(/^ {2}Correio: http:\/\/127\.0\.0\.1:8000\/correio$/m);
    expect(dito).toContain('Entrada: senha demonstracao para todos, só nesta máquina');
    for (const { papel, email } of ACESSOS) expect(dito).toMatch(new RegExp(`^ +${papel} +${email}$`, 'm'));
    expect(dito).toContain('npm run tour');
    expect(dito).toContain('npm run reset');
    expect(dito).not.toContain('nao-usada');
    for (const linha of dito.split('\n')) expect(linha.length).toBeLessThanOrEqual(80);
  });

  it('deve pôr o administrador escolhido no lugar do da demonstração, quando é o mesmo', () => {
    const primeiroAcesso = { email: 'admin@hospital.local', senha: 'escolhida', gerado: false };
    const linhas = dizer({ demonstracao: true, primeiroAcesso }).split('\n');
    expect(linhas.filter((linha) => linha.includes('admin@hospital.local'))).toEqual([
      expect.stringMatching(/ADMIN +admin@hospital\.local \(senha em ADMIN_SENHA\)/),
    ]);
  });

  it('deve dizer quanto o relógio da demonstração está à frente', () => {
    expect(dizer({ demonstracao: true, adiantadoMs: 26.5 * 3_600_000 })).toContain(
      'Relógio: 26,5 h à frente',
    );
  });

  it('deve calar endereços e entradas num processo que não atende', () => {
    const dito = dizer({ endereco: null, demonstracao: true });
    expect(dito).toContain('Plantão trabalhando (PAPEL=worker, sem HTTP), pronto em 1,3 s.');
    expect(dito).toContain('Banco:');
    expect(dito).not.toMatch(/http|Entrada|tour/);
  });
});
