import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ambiente, AmbienteInvalido, lerAmbiente } from './ambiente.js';

const SEGREDO = 'um-segredo-de-teste-com-mais-de-32-letras';

describe('recusas do ambiente', () => {
  let pasta: string;

  beforeEach(() => {
    pasta = mkdtempSync(join(tmpdir(), 'plantao-ambiente-'));
  });

  afterEach(() => rmSync(pasta, { recursive: true, force: true }));

  const ler = (variaveis: Record<string, string | undefined> = {}): Ambiente =>
    lerAmbiente({ DADOS_DIR: pasta, ...variaveis });
  const lerServidor = (variaveis: Record<string, string | undefined> = {}): Ambiente =>
    ler({ DB_HOST: 'banco.local', JWT_SECRET: SEGREDO, ...variaveis });
  /** What is said of these variables; fails the test when nothing is. */
  const problemas = (variaveis: Record<string, string | undefined>): readonly string[] => {
    try {
      ler(variaveis);
    } catch (erro) {
      if (erro instanceof AmbienteInvalido) return erro.problemas;
      throw erro;
    }
    return [];
  };

  const errados: [string, string[]][] = [
    ['NODE_ENV', ['prod', 'Production']],
    ['PORT', ['0x50', '65536', '-1', '80.5', 'oitenta', '1e3']],
    [
      'URL_PUBLICA',
      [
        'hospital.com.br',
        'ftp://hospital.com.br',
        'javascript:alert(1)',
        'https://eu:senha@hospital.com.br',
        'https://hospital.com.br/?a=1',
        'https://hospital.com.br/#a',
        'https://hospital.com.br/a/../b',
        'https://hospital.com.br/%2e%2e/b',
        'https://hospital.com.br//outro',
        'https://hospital.com.br\\outro',
        'https://hospital com.br',
        'https://',
      ],
    ],
    ['PAPEL', ['ambos', 'API']],
    ['LOG_LEVEL', ['verbose']],
    ['DB_PORT', ['0', '65536', 'x']],
    ['DB_NAME', ['plantao; drop', 'a-b', 'a'.repeat(65)]],
    ['DB_CONEXOES', ['1', '501', 'muitas', '2.5']],
    ['JWT_SECRET', ['curto', 'a'.repeat(31)]],
    ['AUDITORIA_CHAVE', ['curta', 'a'.repeat(31)]],
    ['MAIL_PORT', ['0', 'smtp']],
    ['MAIL_FROM', ['plantao', 'a@']],
    ['EMAIL_OPERACAO', ['x']],
    ['EMAIL_PRIVACIDADE', ['x']],
    ['HOSPITAL_FUSO', ['Brasilia', 'America/Lugar_Nenhum']],
    ['HOSPITAL_HORA_CENSO', ['0', '25', '7:00']],
    ['LEITO_EXIGE_LIMPEZA', ['sim', '1', 'TRUE']],
    ['RELOGIO_MOVEL', ['sim']],
    ['DOCUMENTACAO', ['sim']],
    [
      'CORS_ORIGENS',
      [
        'painel.hospital.br',
        'https://a.br/',
        'https://a.br,b',
        'ftp://a.br',
        'https://*.a.br',
        'https://A.br',
      ],
    ],
    [
      'PROXIES_CONFIAVEIS',
      ['loopback', '10.0.0', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0.1/1', 'a,10.0.0.1'],
    ],
  ];
  it.each(errados)('deve recusar %s fora do esperado, em português e uma vez só', (nome, valores) => {
    for (const valor of valores) {
      const [problema, ...outros] = problemas({ [nome]: valor }).filter((p) => p.startsWith(`${nome} `));
      expect(problema).toMatch(/^[A-Z_]+ deve /);
      expect(outros).toEqual([]);
    }
  });

  it('deve recusar administrador com e-mail ou senha fora do esperado', () => {
    expect(problemas({ ADMIN_EMAIL: 'x', ADMIN_SENHA: '1234567' })).toEqual([
      'ADMIN_EMAIL deve ser um endereço de e-mail.',
      'ADMIN_SENHA deve ter ao menos 8 caracteres.',
    ]);
    expect(problemas({ ADMIN_EMAIL: 'a@b.local', ADMIN_SENHA: 'a'.repeat(129) })).toEqual([
      'ADMIN_SENHA deve ter no máximo 128 caracteres.',
    ]);
  });

  it('deve pedir e-mail e senha do administrador juntos', () => {
    for (const um of [{ ADMIN_EMAIL: 'a@b.local' }, { ADMIN_SENHA: 'minha-senha' }])
      expect(problemas(um)).toEqual(['ADMIN_EMAIL e ADMIN_SENHA devem ser definidos juntos.']);
  });

  it('deve exigir JWT_SECRET quando o banco não é o embutido', () => {
    expect(problemas({ DB_HOST: 'banco.local' })).toEqual([
      'JWT_SECRET é obrigatório quando DB_HOST está definido.',
    ]);
  });

  it('deve aceitar só um processo no banco embutido', () => {
    for (const PAPEL of ['api', 'worker'])
      expect(problemas({ PAPEL })).toEqual([
        'PAPEL deve ser "tudo" no banco embutido (SQLite): ele aceita um processo só.',
      ]);
    expect(problemas({ PAPEL: 'tudo' })).toEqual([]);
    for (const PAPEL of ['tudo', 'api', 'worker']) expect(lerServidor({ PAPEL }).papel).toBe(PAPEL);
  });

  it('deve recusar o relógio móvel em produção, e só nela', () => {
    expect(problemas({ NODE_ENV: 'production', RELOGIO_MOVEL: 'true' })).toEqual([
      'RELOGIO_MOVEL não é permitido em produção.',
    ]);
    expect(ler({ NODE_ENV: 'production', RELOGIO_MOVEL: 'false' }).relogioMovel).toBe(false);
    expect(ler({ RELOGIO_MOVEL: 'true' }).relogioMovel).toBe(true);
  });

  it('deve pedir https no endereço público em produção, salvo na própria máquina', () => {
    expect(problemas({ NODE_ENV: 'production', URL_PUBLICA: 'http://hospital.com.br' })).toEqual([
      'URL_PUBLICA deve começar com https:// em produção: por ela passam senhas.',
    ]);
    for (const local of ['http://127.0.0.1:8000', 'http://localhost', 'http://[::1]:8000'])
      expect(ler({ NODE_ENV: 'production', URL_PUBLICA: local }).urlPublica).toBe(local);
    expect(ler({ URL_PUBLICA: 'http://hospital.com.br' }).urlPublica).toBe('http://hospital.com.br');
  });

  it('deve recusar a demonstração em produção, e só nela', () => {
    expect(problemas({ NODE_ENV: 'production', DEMO: 'true' })).toEqual([
      'DEMO não é permitido em produção: a demonstração inventa pacientes e senhas conhecidas.',
    ]);
    expect(ler({ NODE_ENV: 'production', DEMO: 'false' }).demo).toBe(false);
    expect(ler({ DEMO: 'true' }).demo).toBe(true);
    expect(problemas({ DEMO: 'talvez' })).toEqual(['DEMO deve ser true ou false.']);
  });

  it('deve citar todos os problemas de uma vez, os errados e os que faltam', () => {
    const variaveis = {
      PORT: 'x',
      PAPEL: 'api',
      DB_HOST: 'banco.local',
      HOSPITAL_FUSO: 'x',
      ADMIN_EMAIL: 'a@b.local',
      DB_CONEXOES: '1',
    };
    let mensagem = '';
    try {
      ler(variaveis);
    } catch (erro) {
      mensagem = (erro as Error).message;
    }

    expect(mensagem).toMatch(/^A configuração tem 5 problemas:\n/);
    for (const nome of ['PORT', 'HOSPITAL_FUSO', 'DB_CONEXOES', 'JWT_SECRET', 'ADMIN_SENHA'])
      expect(mensagem).toContain(nome);
  });

  it('deve não criar nada em disco quando recusa', () => {
    problemas({ PORT: 'x' });

    expect(readdirSync(pasta)).toEqual([]);
  });

  it('deve não repetir na mensagem o valor recusado, que pode ser um segredo', () => {
    expect(
      problemas({ JWT_SECRET: 'segredinho', ADMIN_EMAIL: 'a@b.local', ADMIN_SENHA: 'senhaz' }).join(),
    ).not.toMatch(/segredinho|senhaz/);
  });
});
