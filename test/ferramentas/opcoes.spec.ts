import { describe, expect, it } from '@jest/globals';
import { lerOpcoes } from '../../ferramentas/aih/opcoes.js';

const SEM_ARQUIVO = { DADOS_DIR: 'pasta-que-nao-existe' };
const ACESSO = ['--email', 'ana@hospital.local', '--senha', 's3nha-forte'];

describe('opções de reproduzir-aih', () => {
  it('deve ter padrões para tudo, menos o arquivo e o acesso', () => {
    expect(lerOpcoes(['/dados/aih.csv', ...ACESSO], SEM_ARQUIVO)).toEqual({
      csv: '/dados/aih.csv',
      url: 'http://127.0.0.1:8000',
      email: 'ana@hospital.local',
      senha: 's3nha-forte',
      paralelo: 8,
      horaDaVirada: 12,
      esperaMs: 60_000,
    });
  });

  it('deve achar o arquivo a partir da pasta em que o comando foi digitado', () => {
    const ambiente = { ...SEM_ARQUIVO, INIT_CWD: '/casa' };
    expect(lerOpcoes(['aih.csv', ...ACESSO], ambiente).csv).toBe('/casa/aih.csv');
  });

  it('deve preferir o acesso das opções ao do ambiente', () => {
    const ambiente = { ...SEM_ARQUIVO, ADMIN_EMAIL: 'adm@hospital.local', ADMIN_SENHA: 'outra' };
    expect(lerOpcoes(['a.csv'], ambiente)).toMatchObject({
      email: 'adm@hospital.local',
      senha: 'outra',
    });
    expect(lerOpcoes(['a.csv', ...ACESSO], ambiente)).toMatchObject({ senha: 's3nha-forte' });
  });

  it.each([
    [[], 'Uso: npm run reproduzir-aih'],
    [['a.csv', 'b.csv', ...ACESSO], 'Argumento a mais: b.csv'],
    [['a.csv'], 'Falta o acesso de administrador'],
    [['a.csv', '--email', 'ana@hospital.local'], 'andam juntos'],
    [['a.csv', ...ACESSO, '--url', 'localhost'], '--url precisa ser'],
    [['a.csv', ...ACESSO, '--paralelo', '0'], '--paralelo precisa ser'],
    [['a.csv', ...ACESSO, '--paralelo', '1.5'], '--paralelo precisa ser'],
    [['a.csv', ...ACESSO, '--virada', 'x'], '--virada precisa ser'],
    [['a.csv', ...ACESSO, '--nada'], 'Opção que não conheço'],
  ])('deve explicar o que falta em %j', (argumentos, mensagem) => {
    expect(() => lerOpcoes(argumentos, SEM_ARQUIVO)).toThrow(mensagem);
  });
});
