import { describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';
import { lerAmbiente } from '../../src/config/ambiente.js';
import { ler, variaveis } from './apoio/arquivos.js';
import { ambienteDe, lerDockerfile } from './apoio/dockerfile.js';

interface Servico {
  image?: string;
  build?: string;
  environment?: Record<string, string | number>;
  ports?: string[];
  volumes?: string[];
  configs?: { source: string; target: string }[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; start_period?: string };
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  stop_grace_period?: string;
}

interface Composicao {
  services: Record<'plantao' | 'mysql' | 'mailpit', Servico>;
  configs: Record<string, { content: string }>;
  volumes: Record<string, null>;
}

const documento = parseDocument(ler('docker-compose.yml'), { uniqueKeys: true });
const { services, configs, volumes } = documento.toJS() as Composicao;
const { plantao, mysql, mailpit } = services;
const PRIVILEGIOS = 'SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, REFERENCES, DROP';

describe('docker-compose.yml', () => {
  it('deve ser YAML sem erros nem avisos', () => {
    expect([...documento.errors, ...documento.warnings]).toEqual([]);
  });

  it('deve fixar a versão de cada imagem alheia', () => {
    expect([mysql.image, mailpit.image]).toEqual(['mysql:8.4', expect.stringMatching(/:v\d+\.\d+$/)]);
    expect(plantao.build).toBe('.');
  });

  it('deve pedir os segredos, sem trazer nenhum', () => {
    const segredos = Object.values(services).flatMap(({ environment = {} }) =>
      Object.entries(environment).filter(([nome]) => /PASSWORD$|SENHA$|SECRET$|^MAIL_PASS$/.test(nome)),
    );
    expect(segredos.map(([nome]) => nome)).toEqual(
      expect.arrayContaining(['DB_PASSWORD', 'JWT_SECRET', 'ADMIN_SENHA', 'MYSQL_PASSWORD']),
    );
    for (const [nome, valor] of segredos)
      expect([nome, valor]).toEqual([
        nome,
        nome === 'MYSQL_RANDOM_ROOT_PASSWORD' ? 'yes' : expect.stringMatching(/^\$\{[A-Z_]+:\?[^}]+\}$/),
      ]);
  });

  it('deve dar ao Plantão uma configuração que ele aceita', () => {
    const [, imagem] = lerDockerfile(ler('Dockerfile'));
    const escolhidas: Record<string, string> = {
      DB_PASSWORD: 'TxW8h2kq7Lr0',
      JWT_SECRET: 'k2Vn8Qx4Lr7Tz1Wb6Yc3Hd9Fj5Gm0PsA',
      ADMIN_EMAIL: 'voce@hospital.com.br',
      ADMIN_SENHA: 'cavalo-bateria-grampo',
    };
    const doServico = Object.entries(plantao.environment!).map(([nome, valor]) => [
      nome,
      String(valor).replace(/^\$\{(\w+):\?.*\}$/, (_, pedida: string) => escolhidas[pedida] ?? ''),
    ]);
    const ambiente = { ...ambienteDe(imagem!), ...(Object.fromEntries(doServico) as Record<string, string>) };
    expect(Object.keys(ambiente).filter((nome) => !variaveis().has(nome))).toEqual([]);
    expect(lerAmbiente(ambiente)).toMatchObject({
      producao: true,
      banco: {
        host: 'mysql',
        usuario: mysql.environment!.MYSQL_USER,
        nome: mysql.environment!.MYSQL_DATABASE,
      },
      correio: { servidor: 'mailpit', porta: 1025 },
      primeiroAcesso: { email: 'voce@hospital.com.br', gerado: false },
    });
  });

  it('deve deixar ao usuário do banco só os privilégios que os documentos dizem', () => {
    const { source, target } = mysql.configs![0]!;
    expect(target).toMatch(/^\/docker-entrypoint-initdb\.d\/.+\.sql$/);
    expect(configs[source]!.content.trim().split('\n')).toEqual([
      "REVOKE ALL PRIVILEGES ON plantao.* FROM 'plantao'@'%';",
      `GRANT ${PRIVILEGIOS} ON plantao.* TO 'plantao'@'%';`,
    ]);
    for (const guia of ['README.md', 'README.pt-BR.md', 'docs/operacao.md'])
      expect(ler(guia)).toContain(`GRANT ${PRIVILEGIOS} ON plantao.* TO`);
  });

  it('deve partir depois de o banco estar pronto, e guardar os dados dele num volume', () => {
    expect(plantao.depends_on).toMatchObject({ mysql: { condition: 'service_healthy' } });
    expect(mysql.healthcheck?.test).toContain('--host=127.0.0.1');
    const [nome, pasta] = mysql.volumes![0]!.split(':');
    expect(Object.keys(volumes)).toEqual([nome]);
    expect(pasta).toBe('/var/lib/mysql');
  });

  it('deve ser verificado e parado pelas regras da imagem, com tempo para o que está em curso', () => {
    expect(plantao.healthcheck).toEqual({ start_period: '5m' });
    const [, paradaMs] = /PRAZO_DA_PARADA_MS = ([\d_]+)/.exec(ler('src/main.ts')) ?? [];
    expect(parseInt(plantao.stop_grace_period!, 10) * 1_000).toBeGreaterThan(
      Number(paradaMs!.replaceAll('_', '')),
    );
  });

  it('deve tirar de quem fala com a rede o que não usa, e só atender a própria máquina', () => {
    for (const servico of [plantao, mailpit]) {
      expect(servico).toMatchObject({ read_only: true, cap_drop: ['ALL'], tmpfs: ['/tmp'] });
      expect(servico.security_opt).toContain('no-new-privileges:true');
    }
    const portas = Object.values(services).flatMap(({ ports = [] }) => ports);
    expect(portas).toEqual(['127.0.0.1:8000:8000', '127.0.0.1:8025:8025']);
  });
});
