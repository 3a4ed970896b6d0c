import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ambiente, lerAmbiente } from './ambiente.js';

const SEGREDO = 'um-segredo-de-teste-com-mais-de-32-letras';

describe('segredos do modo embutido', () => {
  let pasta: string;

  beforeEach(() => {
    pasta = mkdtempSync(join(tmpdir(), 'plantao-ambiente-'));
  });

  afterEach(() => rmSync(pasta, { recursive: true, force: true }));

  const ler = (variaveis: Record<string, string> = {}): Ambiente =>
    lerAmbiente({ DADOS_DIR: pasta, ...variaveis });

  const ARQUIVOS = ['acesso-inicial.json', 'segredo-jwt.json'];

  it('deve gerar uma vez, guardar só para o dono e devolver os mesmos depois', () => {
    const primeira = ler();

    expect(readdirSync(pasta).sort()).toEqual(ARQUIVOS);
    for (const arquivo of ARQUIVOS)
      expect((statSync(join(pasta, arquivo)).mode & 0o777).toString(8)).toBe('600');
    const segunda = ler();
    expect(segunda.jwtSegredo).toBe(primeira.jwtSegredo);
    expect(segunda.primeiroAcesso).toEqual(primeira.primeiroAcesso);
  });

  it('deve gerar segredos diferentes em cada instalação', () => {
    const outra = mkdtempSync(join(tmpdir(), 'plantao-ambiente-'));
    try {
      const [a, b] = [ler(), ler({ DADOS_DIR: outra })];

      expect(a.jwtSegredo).not.toBe(b.jwtSegredo);
      expect(a.primeiroAcesso!.senha).not.toBe(b.primeiroAcesso!.senha);
      expect(a.primeiroAcesso!.senha.length).toBeGreaterThanOrEqual(12);
    } finally {
      rmSync(outra, { recursive: true, force: true });
    }
  });

  it('deve dizer qual arquivo está estragado, sem pôr outro no lugar', () => {
    ler();
    writeFileSync(join(pasta, 'segredo-jwt.json'), '{"segredo":');
    expect(() => ler()).toThrow(/segredo-jwt\.json está estragado/);
    expect(readFileSync(join(pasta, 'segredo-jwt.json'), 'utf8')).toBe('{"segredo":');
  });

  it('deve criar a pasta de dados que ainda não existe', () => {
    const nova = join(pasta, 'a', 'b');
    ler({ DADOS_DIR: nova });

    expect(existsSync(join(nova, 'segredo-jwt.json'))).toBe(true);
  });

  it('deve preferir o que foi configurado ao que foi gerado', () => {
    const { jwtSegredo, primeiroAcesso } = ler({
      JWT_SECRET: SEGREDO,
      ADMIN_EMAIL: 'eu@b.local',
      ADMIN_SENHA: 'minha-senha',
    });

    expect(jwtSegredo).toBe(SEGREDO);
    expect(primeiroAcesso).toEqual({ email: 'eu@b.local', senha: 'minha-senha', gerado: false });
    expect(readdirSync(pasta)).toEqual([]);
  });

  it('deve não criar segredos nem administrador quando o banco é um servidor', () => {
    expect(ler({ DB_HOST: 'banco.local', JWT_SECRET: SEGREDO }).primeiroAcesso).toBeNull();
    expect(readdirSync(pasta)).toEqual([]);
  });
});
