import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { partesDe } from './enderecos-de-rede.js';
import { avisosDeProducao, recusasDeProducao } from './producao.js';
import { urlPublica } from './url-publica.js';
import { VariaveisDeAmbiente } from './variaveis-de-ambiente.js';

export interface ConfiguracaoDoBanco {
  /** Null: embedded SQLite in `dadosDir`. */
  readonly host: string | null;
  readonly hostLeitura: string | null;
  readonly porta: number;
  readonly usuario: string;
  readonly senha: string;
  readonly nome: string;
  readonly conexoes: number;
  readonly dadosDir: string;
}

export interface ConfiguracaoDoCorreio {
  /** Null: messages stay in the local mailbox. */
  readonly servidor: string | null;
  readonly porta: number;
  readonly usuario: string | null;
  readonly senha: string | null;
  readonly remetente: string;
  readonly nomeDoRemetente: string;
}

export interface ConfiguracaoDoHospital {
  readonly fuso: string;
  readonly horaDoCenso: number;
  readonly leitoExigeLimpeza: boolean;
  readonly exigeSegundoFator: boolean;
  readonly exigeTrocaDaSenhaInicial: boolean;
}

export interface PrimeiroAcesso {
  readonly email: string;
  readonly senha: string;
  /** True when the product made the password up and must tell it. */
  readonly gerado: boolean;
}

/** Everything that comes from outside, read once, validated, frozen. */
export class Ambiente {
  readonly porta!: number;
  readonly host!: string;
  /** How people reach this installation, without a final slash: the links of its e-mails begin with it. */
  readonly urlPublica!: string;
  readonly producao!: boolean;
  readonly papel!: 'tudo' | 'api' | 'worker';
  /** Null: only in the demonstration. */
  readonly relogioMovel!: boolean | null;
  /** Create the demonstration hospital in a new database; null: only in an embedded one, out of production. */
  readonly demo!: boolean | null;
  /** `/metricas` answers anybody, not only this machine. */
  readonly metricasAbertas!: boolean;
  /** `/docs` and `/docs-json` are served; in production, to this machine and to administrators only. */
  readonly documentacao!: boolean;
  /** Whose pages may call the API from a browser; `*` for anybody's. */
  readonly corsOrigens!: readonly string[];
  /** Addresses and ranges of the proxies whose word is taken for who the client is. */
  readonly proxiesConfiaveis!: readonly string[];
  /** What the configuration of a production has that deserves a second look. */
  readonly avisos!: readonly string[];
  readonly nivelDeLog!: string;
  readonly jwtSegredo!: string;
  /** What the seals of the audit trail are made with. */
  readonly auditoriaSegredo!: string;
  readonly banco!: ConfiguracaoDoBanco;
  readonly correio!: ConfiguracaoDoCorreio;
  readonly hospital!: ConfiguracaoDoHospital;
  /** Where alerts to the operation go. */
  readonly emailDaOperacao!: string;
  /** Of the encarregado (LGPD art. 41): told to everybody, and told of accesses in emergency. */
  readonly emailDaPrivacidade!: string;
  readonly primeiroAcesso!: PrimeiroAcesso | null;

  constructor(valores: Omit<Ambiente, never>) {
    Object.assign(this, valores);
    Object.freeze(this);
  }
}

/** The environment is wrong; the message names every bad or missing variable, in Portuguese. */
export class AmbienteInvalido extends Error {
  constructor(readonly problemas: readonly string[]) {
    super(
      `${problemas.length === 1 ? 'A configuração tem um problema' : `A configuração tem ${problemas.length} problemas`}:\n${problemas.map((p) => `  - ${p}`).join('\n')}`,
    );
    this.name = 'AmbienteInvalido';
  }
}

/** Reads `.env` (where present) under the real environment, validates both, and returns the configuration. */
export function lerAmbiente(
  variaveis: Readonly<Record<string, string | undefined>> = { ...lerArquivoEnv(), ...process.env },
): Ambiente {
  const preenchidas = Object.fromEntries(
    Object.entries(variaveis).filter(([, valor]) => valor !== undefined && valor.trim() !== ''),
  );
  const v = plainToInstance(VariaveisDeAmbiente, preenchidas);
  const problemas = validateSync(v).flatMap((erro) => Object.values(erro.constraints ?? {}).slice(0, 1));
  const embutido = v.DB_HOST === undefined;
  const producao = v.NODE_ENV === 'production';
  if (!embutido && v.JWT_SECRET === undefined)
    problemas.push('JWT_SECRET é obrigatório quando DB_HOST está definido.');
  if (embutido && (v.PAPEL === 'api' || v.PAPEL === 'worker'))
    problemas.push('PAPEL deve ser "tudo" no banco embutido (SQLite): ele aceita um processo só.');
  if (producao) problemas.push(...recusasDeProducao(v));
  if ((v.ADMIN_EMAIL === undefined) !== (v.ADMIN_SENHA === undefined))
    problemas.push('ADMIN_EMAIL e ADMIN_SENHA devem ser definidos juntos.');
  if (problemas.length > 0) throw new AmbienteInvalido(umPorVariavel(problemas));

  const dadosDir = v.DADOS_DIR ?? './dados';
  const jwtSegredo = v.JWT_SECRET ?? segredoLocal(dadosDir);
  const informado =
    v.ADMIN_EMAIL !== undefined && v.ADMIN_SENHA !== undefined
      ? { email: v.ADMIN_EMAIL, senha: v.ADMIN_SENHA, gerado: false }
      : null;
  return new Ambiente({
    porta: v.PORT ?? 8000,
    host: v.HOST ?? '127.0.0.1',
    urlPublica: urlPublica(v),
    producao,
    papel: v.PAPEL ?? 'tudo',
    relogioMovel: simOuNao(v.RELOGIO_MOVEL),
    demo: simOuNao(v.DEMO),
    metricasAbertas: v.METRICAS_ABERTAS === 'true',
    documentacao: simOuNao(v.DOCUMENTACAO) ?? !producao,
    corsOrigens: partesDe(v.CORS_ORIGENS),
    proxiesConfiaveis: partesDe(v.PROXIES_CONFIAVEIS),
    avisos: producao ? avisosDeProducao(v) : [],
    nivelDeLog: v.LOG_LEVEL ?? 'info',
    jwtSegredo,
    auditoriaSegredo: v.AUDITORIA_CHAVE ?? jwtSegredo,
    banco: {
      host: v.DB_HOST ?? null,
      hostLeitura: v.DB_LEITURA_HOST ?? null,
      porta: v.DB_PORT ?? 3306,
      usuario: v.DB_USER ?? 'plantao',
      senha: v.DB_PASSWORD ?? '',
      nome: v.DB_NAME ?? 'plantao',
      conexoes: v.DB_CONEXOES ?? 20,
      dadosDir,
    },
    correio: {
      servidor: v.MAIL_SERVER ?? null,
      porta: v.MAIL_PORT ?? 587,
      usuario: v.MAIL_USERNAME ?? null,
      senha: v.MAIL_PASS ?? null,
      remetente: v.MAIL_FROM ?? 'plantao@hospital.local',
      nomeDoRemetente: v.MAIL_FROM_NAME ?? 'Plantão',
    },
    hospital: {
      fuso: v.HOSPITAL_FUSO ?? 'America/Sao_Paulo',
      horaDoCenso: v.HOSPITAL_HORA_CENSO ?? 24,
      leitoExigeLimpeza: v.LEITO_EXIGE_LIMPEZA !== 'false',
      exigeSegundoFator: v.EXIGE_SEGUNDO_FATOR === 'true',
      exigeTrocaDaSenhaInicial: v.EXIGE_TROCA_DA_SENHA_INICIAL === 'true',
    },
    emailDaOperacao: v.EMAIL_OPERACAO ?? 'operacao@hospital.local',
    emailDaPrivacidade: v.EMAIL_PRIVACIDADE ?? 'privacidade@hospital.local',
    primeiroAcesso: informado ?? (embutido ? { ...acessoLocal(dadosDir), gerado: true } : null),
  });
}

/** The first thing said of each variable, which is the most basic. */
const umPorVariavel = (problemas: readonly string[]): readonly string[] => {
  const citadas = problemas.map((problema) => problema.split(' ')[0]);
  return problemas.filter((_, i) => citadas.indexOf(citadas[i]) === i);
};

const simOuNao = (valor: string | undefined): boolean | null =>
  valor === undefined ? null : valor === 'true';

function lerArquivoEnv(): Record<string, string | undefined> {
  return existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
}

/** Made once for an embedded installation and kept, readable by the owner only. */
const segredoLocal = (dadosDir: string): string =>
  guardado(dadosDir, 'segredo-jwt.json', () => ({ segredo: randomBytes(48).toString('base64url') })).segredo;

/** The first login, made up when nobody chose one. */
const acessoLocal = (dadosDir: string): { email: string; senha: string } =>
  guardado(dadosDir, 'acesso-inicial.json', () => ({
    email: 'admin@hospital.local',
    senha: randomBytes(9).toString('base64url'),
  }));

function lerGuardado(arquivo: string): unknown {
  try {
    return JSON.parse(readFileSync(arquivo, 'utf8'));
  } catch (erro) {
    if (!(erro instanceof SyntaxError)) throw erro;
    throw new AmbienteInvalido([
      `O arquivo ${arquivo} está estragado. Restaure-o da cópia de segurança, ou apague-o para que outro seja feito.`,
    ]);
  }
}

function guardado<T>(pasta: string, nome: string, criar: () => T): T {
  const arquivo = join(pasta, nome);
  if (existsSync(arquivo)) return lerGuardado(arquivo) as T;
  mkdirSync(pasta, { recursive: true, mode: 0o700 });
  const valor = criar();
  // Whole or not at all: half a file, left by a process killed here, would stop every later start.
  writeFileSync(`${arquivo}.novo`, JSON.stringify(valor), { mode: 0o600 });
  renameSync(`${arquivo}.novo`, arquivo);
  return valor;
}
