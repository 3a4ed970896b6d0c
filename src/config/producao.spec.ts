import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ambiente, AmbienteInvalido, lerAmbiente } from './ambiente.js';

type Variaveis = Readonly<Record<string, string | undefined>>;

/** A configuration that production takes. */
const BOA: Variaveis = {
  NODE_ENV: 'production',
  DB_HOST: 'banco.hospital.local',
  DB_PASSWORD: 'TxW8h2kq7Lr0',
  JWT_SECRET: 'k2Vn8Qx4Lr7Tz1Wb6Yc3Hd9Fj5Gm0PsA',
  AUDITORIA_CHAVE: 'Zq7Wm3Xc9Vb1Nk5Lp8Sd2Fg6Hj4Ty0Ru',
  ADMIN_EMAIL: 'ana@hospital.br',
  ADMIN_SENHA: 'cavalo-bateria-grampo',
};

/** What is refused, and the variable that the refusal must begin with. */
const RECUSADAS: [o_que: string, variaveis: Variaveis, variavel: string][] = [
  ['o relógio móvel', { RELOGIO_MOVEL: 'true' }, 'RELOGIO_MOVEL'],
  ['a demonstração', { DEMO: 'true' }, 'DEMO'],
  ['a chave ausente', { JWT_SECRET: undefined }, 'JWT_SECRET'],
  ['a chave curta', { JWT_SECRET: 'k2Vn8Qx4Lr7Tz1Wb' }, 'JWT_SECRET'],
  ['a chave de uma letra só', { JWT_SECRET: 'a'.repeat(64) }, 'JWT_SECRET'],
  ['a chave que se repete', { JWT_SECRET: 'abc123'.repeat(8) }, 'JWT_SECRET'],
  ['a chave em sequência', { JWT_SECRET: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`ab' }, 'JWT_SECRET'],
  ['a chave de pouca variedade', { JWT_SECRET: '0101101001011010110100101101001011' }, 'JWT_SECRET'],
  ['a chave de duas letras', { JWT_SECRET: 'aabbaabbbaabababaabbabaababbaabab' }, 'JWT_SECRET'],
  ['a chave de um guia', { JWT_SECRET: 'your-256-bit-secret-your-256-bit-secret' }, 'JWT_SECRET'],
  ['a chave dos testes', { JWT_SECRET: 'um-segredo-de-teste-com-mais-de-32-letras' }, 'JWT_SECRET'],
  ['a chave igual à senha do banco', { DB_PASSWORD: BOA.JWT_SECRET }, 'JWT_SECRET'],
  [
    'a chave igual à senha do correio',
    { MAIL_SERVER: 'smtp.hospital.br', MAIL_USERNAME: 'm', MAIL_PASS: BOA.JWT_SECRET },
    'JWT_SECRET',
  ],
  ['a chave da auditoria curta', { AUDITORIA_CHAVE: 'k2Vn8Qx4Lr7Tz1Wb' }, 'AUDITORIA_CHAVE'],
  ['a chave da auditoria fraca', { AUDITORIA_CHAVE: 'abc123'.repeat(8) }, 'AUDITORIA_CHAVE'],
  ['a chave igual à da auditoria', { AUDITORIA_CHAVE: BOA.JWT_SECRET }, 'JWT_SECRET'],
  ['a senha curta do administrador', { ADMIN_SENHA: 'h7Kq2Lx9' }, 'ADMIN_SENHA'],
  ['a senha conhecida do administrador', { ADMIN_SENHA: 'Administrador2026' }, 'ADMIN_SENHA'],
  ['a senha da demonstração', { ADMIN_SENHA: 'demonstracao' }, 'ADMIN_SENHA'],
  ['a senha só de números do administrador', { ADMIN_SENHA: '190283746512' }, 'ADMIN_SENHA'],
  ['a senha que é o e-mail do administrador', { ADMIN_SENHA: BOA.ADMIN_EMAIL }, 'ADMIN_SENHA'],
  ['o banco remoto sem senha', { DB_PASSWORD: undefined }, 'DB_PASSWORD'],
  ['o banco remoto com a senha "senha"', { DB_PASSWORD: 'senha' }, 'DB_PASSWORD'],
  ['o banco remoto com a senha do usuário', { DB_USER: 'hosp', DB_PASSWORD: 'hosp' }, 'DB_PASSWORD'],
  ['o banco remoto como root', { DB_USER: 'root' }, 'DB_USER'],
  ['CORS para todos', { CORS_ORIGENS: '*' }, 'CORS_ORIGENS'],
  ['CORS para todos, entre outras', { CORS_ORIGENS: 'https://a.br,*' }, 'CORS_ORIGENS'],
  ['CORS sem TLS', { CORS_ORIGENS: 'http://painel.hospital.br' }, 'CORS_ORIGENS'],
  ['CORS que não se lê', { CORS_ORIGENS: 'painel' }, 'CORS_ORIGENS'],
  ['acreditar em qualquer proxy', { PROXIES_CONFIAVEIS: '0.0.0.0/0' }, 'PROXIES_CONFIAVEIS'],
  ['registros com o interior do programa', { LOG_LEVEL: 'debug' }, 'LOG_LEVEL'],
  ['registros com tudo', { LOG_LEVEL: 'trace' }, 'LOG_LEVEL'],
];

const ACEITAS: [o_que: string, variaveis: Variaveis][] = [
  ['a configuração boa', {}],
  [
    'uma chave em hexadecimal',
    { JWT_SECRET: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  ],
  ['uma chave em base64', { JWT_SECRET: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=' }],
  ['o banco da própria máquina, sem senha', { DB_HOST: '127.0.0.1', DB_PASSWORD: undefined }],
  ['CORS de uma página da própria máquina', { CORS_ORIGENS: 'http://localhost:5173,https://a.hospital.br' }],
  ['uma rede de proxies', { PROXIES_CONFIAVEIS: '10.0.0.0/8' }],
];

const AVISADAS: [o_que: string, variaveis: Variaveis, variavel: string][] = [
  ['a auditoria selada com a chave dos tokens', { AUDITORIA_CHAVE: undefined }, 'AUDITORIA_CHAVE'],
  ['as métricas abertas', { METRICAS_ABERTAS: 'true' }, 'METRICAS_ABERTAS'],
  ['o banco local sem senha', { DB_HOST: '127.0.0.1', DB_PASSWORD: undefined }, 'DB_PASSWORD'],
  ['o correio sem senha', { MAIL_SERVER: 'smtp.hospital.br' }, 'MAIL_USERNAME'],
  ['a rede sem proxies', { HOST: '0.0.0.0' }, 'PROXIES_CONFIAVEIS'],
];

describe('configuração em produção', () => {
  let pasta: string;

  beforeAll(() => {
    pasta = mkdtempSync(join(tmpdir(), 'plantao-producao-'));
  });
  afterAll(() => rmSync(pasta, { recursive: true, force: true }));

  const ler = (variaveis: Variaveis): Ambiente => lerAmbiente({ ...BOA, DADOS_DIR: pasta, ...variaveis });
  const problemas = (variaveis: Variaveis): readonly string[] => {
    try {
      ler(variaveis);
    } catch (erro) {
      if (erro instanceof AmbienteInvalido) return erro.problemas;
      throw erro;
    }
    return [];
  };

  it.each(RECUSADAS)(
    'deve recusar a partida com %s, dizendo a variável e o que fazer',
    (_, variaveis, variavel) => {
      const ditos = problemas(variaveis);
      expect(ditos).toEqual([expect.stringMatching(new RegExp(`^${variavel} .{20,}`))]);
      for (const segredo of [variaveis.JWT_SECRET, variaveis.ADMIN_SENHA])
        if (segredo !== undefined) expect(ditos.join()).not.toContain(segredo);
      expect(readdirSync(pasta)).toEqual([]);
    },
  );

  it('deve dizer tudo o que recusa de uma vez, cada variável uma vez', () => {
    const ditos = problemas({
      RELOGIO_MOVEL: 'true',
      JWT_SECRET: 'a'.repeat(40),
      ADMIN_SENHA: 'senha123',
      DB_PASSWORD: undefined,
      CORS_ORIGENS: '*',
      LOG_LEVEL: 'trace',
      PORT: 'x',
    });
    expect(ditos.map((dito) => dito.split(' ')[0]).sort()).toEqual(
      [
        'ADMIN_SENHA',
        'CORS_ORIGENS',
        'DB_PASSWORD',
        'JWT_SECRET',
        'LOG_LEVEL',
        'PORT',
        'RELOGIO_MOVEL',
      ].sort(),
    );
  });

  it.each(ACEITAS)('deve aceitar %s', (_, variaveis) => {
    expect(problemas(variaveis)).toEqual([]);
  });

  it.each(AVISADAS)('deve partir e avisar de %s', (_, variaveis, variavel) => {
    expect(ler(variaveis).avisos).toEqual([expect.stringMatching(new RegExp(`^${variavel}`))]);
  });

  it('deve não recusar fora de produção o que só nela é perigoso', () => {
    const perigosas: Variaveis = {
      NODE_ENV: 'development',
      JWT_SECRET: 'a'.repeat(64),
      ADMIN_SENHA: 'demonstracao',
      DB_PASSWORD: undefined,
      DB_USER: 'root',
      CORS_ORIGENS: '*',
      LOG_LEVEL: 'trace',
      RELOGIO_MOVEL: 'true',
      METRICAS_ABERTAS: 'true',
    };
    expect(problemas(perigosas)).toEqual([]);
    expect(ler(perigosas).avisos).toEqual([]);
  });

  it('deve não servir a documentação em produção, a não ser que se peça', () => {
    expect([ler({}).documentacao, ler({ DOCUMENTACAO: 'true' }).documentacao]).toEqual([false, true]);
    expect(ler({ NODE_ENV: 'development', DOCUMENTACAO: 'false' }).documentacao).toBe(false);
  });
});
