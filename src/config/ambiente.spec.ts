import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ambiente, lerAmbiente } from './ambiente.js';

const SEGREDO = 'um-segredo-de-teste-com-mais-de-32-letras';
const CHAVE = 'k2Vn8Qx4Lr7Tz1Wb6Yc3Hd9Fj5Gm0PsA';
const SENHA_DO_BANCO = 'TxW8h2kq7Lr0';

describe('ambiente', () => {
  let pasta: string;

  beforeEach(() => {
    pasta = mkdtempSync(join(tmpdir(), 'plantao-ambiente-'));
  });

  afterEach(() => rmSync(pasta, { recursive: true, force: true }));

  const ler = (variaveis: Record<string, string | undefined> = {}): Ambiente =>
    lerAmbiente({ DADOS_DIR: pasta, ...variaveis });
  const lerServidor = (variaveis: Record<string, string | undefined> = {}): Ambiente =>
    ler({ DB_HOST: 'banco.local', JWT_SECRET: SEGREDO, ...variaveis });

  it('deve servir sem nenhuma variável: banco embutido, na própria máquina', () => {
    const { jwtSegredo, auditoriaSegredo, primeiroAcesso, ...resto } = ler();

    expect({ ...resto }).toEqual({
      porta: 8000,
      host: '127.0.0.1',
      urlPublica: 'http://127.0.0.1:8000',
      producao: false,
      papel: 'tudo',
      relogioMovel: null,
      demo: null,
      metricasAbertas: false,
      documentacao: true,
      corsOrigens: [],
      proxiesConfiaveis: [],
      avisos: [],
      nivelDeLog: 'info',
      banco: {
        host: null,
        hostLeitura: null,
        porta: 3306,
        usuario: 'plantao',
        senha: '',
        nome: 'plantao',
        conexoes: 20,
        dadosDir: pasta,
      },
      correio: {
        servidor: null,
        porta: 587,
        usuario: null,
        senha: null,
        remetente: 'plantao@hospital.local',
        nomeDoRemetente: 'Plantão',
      },
      hospital: {
        fuso: 'America/Sao_Paulo',
        horaDoCenso: 24,
        leitoExigeLimpeza: true,
        exigeSegundoFator: false,
        exigeTrocaDaSenhaInicial: false,
      },
      emailDaOperacao: 'operacao@hospital.local',
      emailDaPrivacidade: 'privacidade@hospital.local',
    });
    expect(jwtSegredo.length).toBeGreaterThanOrEqual(32);
    expect(auditoriaSegredo).toBe(jwtSegredo);
    expect(primeiroAcesso).toMatchObject({ email: 'admin@hospital.local', gerado: true });
  });

  it('deve tratar variável vazia ou só com espaços como ausente', () => {
    expect(
      ler({ PORT: '', HOST: '   ', HOSPITAL_FUSO: '', ADMIN_EMAIL: '', ADMIN_SENHA: ' ' }),
    ).toMatchObject({
      porta: 8000,
      host: '127.0.0.1',
      primeiroAcesso: { gerado: true },
    });
  });

  it('deve obedecer a cada variável', () => {
    expect(
      lerServidor({
        PORT: '9000',
        HOST: '0.0.0.0',
        URL_PUBLICA: 'https://hospital.com.br/plantao/',
        NODE_ENV: 'production',
        PAPEL: 'worker',
        LOG_LEVEL: 'warn',
        METRICAS_ABERTAS: 'true',
        DOCUMENTACAO: 'true',
        CORS_ORIGENS: 'https://painel.hospital.br, https://b.hospital.br:8443',
        PROXIES_CONFIAVEIS: '10.0.0.7,172.18.0.0/16,2001:db8::/64',
        DB_PORT: '3307',
        DB_USER: 'u',
        DB_PASSWORD: SENHA_DO_BANCO,
        DB_NAME: 'outro',
        DB_CONEXOES: '2',
        DB_LEITURA_HOST: 'replica.local',
        MAIL_SERVER: 'smtp.local',
        MAIL_PORT: '25',
        MAIL_USERNAME: 'm',
        MAIL_PASS: 'p',
        MAIL_FROM: 'a@b.local',
        MAIL_FROM_NAME: 'Hospital',
        HOSPITAL_FUSO: 'America/Manaus',
        HOSPITAL_HORA_CENSO: '7',
        LEITO_EXIGE_LIMPEZA: 'false',
        EMAIL_OPERACAO: 'o@b.local',
        EMAIL_PRIVACIDADE: 'p@b.local',
        ADMIN_EMAIL: 'eu@b.local',
        ADMIN_SENHA: 'cavalo-bateria-grampo',
        JWT_SECRET: CHAVE,
        AUDITORIA_CHAVE: 'Zq7Wm3Xc9Vb1Nk5Lp8Sd2Fg6Hj4Ty0Ru',
      }),
    ).toEqual({
      porta: 9000,
      host: '0.0.0.0',
      urlPublica: 'https://hospital.com.br/plantao',
      producao: true,
      papel: 'worker',
      relogioMovel: null,
      demo: null,
      metricasAbertas: true,
      documentacao: true,
      corsOrigens: ['https://painel.hospital.br', 'https://b.hospital.br:8443'],
      proxiesConfiaveis: ['10.0.0.7', '172.18.0.0/16', '2001:db8::/64'],
      avisos: ['METRICAS_ABERTAS: /metricas responde a toda a rede. Feche o caminho no proxy.'],
      nivelDeLog: 'warn',
      jwtSegredo: CHAVE,
      auditoriaSegredo: 'Zq7Wm3Xc9Vb1Nk5Lp8Sd2Fg6Hj4Ty0Ru',
      banco: {
        host: 'banco.local',
        hostLeitura: 'replica.local',
        porta: 3307,
        usuario: 'u',
        senha: SENHA_DO_BANCO,
        nome: 'outro',
        conexoes: 2,
        dadosDir: pasta,
      },
      correio: {
        servidor: 'smtp.local',
        porta: 25,
        usuario: 'm',
        senha: 'p',
        remetente: 'a@b.local',
        nomeDoRemetente: 'Hospital',
      },
      hospital: {
        fuso: 'America/Manaus',
        horaDoCenso: 7,
        leitoExigeLimpeza: false,
        exigeSegundoFator: false,
        exigeTrocaDaSenhaInicial: false,
      },
      emailDaOperacao: 'o@b.local',
      emailDaPrivacidade: 'p@b.local',
      primeiroAcesso: { email: 'eu@b.local', senha: 'cavalo-bateria-grampo', gerado: false },
    });
  });

  it('deve ser imutável', () => {
    expect(Object.isFrozen(ler())).toBe(true);
  });

  it('deve inventar um endereço público que abra nesta máquina', () => {
    for (const HOST of ['0.0.0.0', '::'])
      expect(ler({ HOST, PORT: '9000' }).urlPublica).toBe('http://127.0.0.1:9000');
    expect(ler({ HOST: '::1' }).urlPublica).toBe('http://[::1]:8000');
    expect(ler({ HOST: 'plantao.local', PORT: '80' }).urlPublica).toBe('http://plantao.local:80');
  });
});
