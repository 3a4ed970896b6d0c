import type { DataSource } from 'typeorm';
import { ErroDeDominio } from '../plataforma/erros/erro-de-dominio.js';

/** What a database refused, in terms that do not depend on the server. */
export type NaturezaDoErro =
  | 'chave_duplicada'
  | 'referencia_inexistente'
  | 'referencia_em_uso'
  | 'verificacao'
  | 'valor'
  | 'passageiro' // deadlock, lock timeout, busy: the whole unit of work may be tried again
  | 'conexao'
  | 'armazenamento' // disk full or read-only: somebody must look at the server
  | 'outro';

export class ErroDeBanco extends Error {
  constructor(
    readonly natureza: NaturezaDoErro,
    /** Name of the unique key or check that was violated, where it is known. */
    readonly restricao: string | undefined,
    override readonly cause: unknown,
  ) {
    super(`database error: ${natureza}${restricao ? ` (${restricao})` : ''}`);
    this.name = 'ErroDeBanco';
  }
}

const ESPERA_ESGOTADA = 1205;

const POR_NUMERO: Record<number, NaturezaDoErro> = {
  1062: 'chave_duplicada',
  1451: 'referencia_em_uso',
  1452: 'referencia_inexistente',
  3819: 'verificacao',
  4025: 'verificacao',
  1048: 'valor',
  1264: 'valor',
  1292: 'valor',
  1366: 'valor',
  1406: 'valor',
  3140: 'valor',
  1365: 'valor',
  1690: 'valor',
  1020: 'passageiro',
  [ESPERA_ESGOTADA]: 'passageiro',
  1213: 'passageiro',
  3101: 'passageiro',
  1461: 'passageiro',
  1615: 'passageiro',
  3572: 'passageiro',
  1040: 'conexao',
  1053: 'conexao',
  1927: 'conexao',
  2006: 'conexao',
  2013: 'conexao',
  1044: 'conexao',
  1045: 'conexao',
  1129: 'conexao',
  1130: 'conexao',
  1152: 'conexao',
  1159: 'conexao',
  1160: 'conexao',
  1161: 'conexao',
  1184: 'conexao',
  1203: 'conexao',
  1226: 'conexao',
  1290: 'conexao', // read-only after a failover: another connection may reach the new primary
  1317: 'conexao',
  1792: 'conexao',
  1836: 'conexao',
  3024: 'conexao',
  4031: 'conexao',
  1021: 'armazenamento',
  1114: 'armazenamento',
};

const POR_CODIGO: Record<string, NaturezaDoErro> = {
  SQLITE_CONSTRAINT_UNIQUE: 'chave_duplicada',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'chave_duplicada',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'referencia_inexistente',
  // What ON DELETE RESTRICT answers (there are no triggers).
  SQLITE_CONSTRAINT_TRIGGER: 'referencia_em_uso',
  SQLITE_CONSTRAINT_CHECK: 'verificacao',
  SQLITE_CONSTRAINT_NOTNULL: 'valor',
  SQLITE_BUSY: 'passageiro',
  SQLITE_BUSY_SNAPSHOT: 'passageiro',
  PROTOCOL_CONNECTION_LOST: 'conexao',
  PROTOCOL_SEQUENCE_TIMEOUT: 'conexao',
  ECONNRESET: 'conexao',
  ECONNREFUSED: 'conexao',
  EPIPE: 'conexao',
  ETIMEDOUT: 'conexao',
  ENOTFOUND: 'conexao',
  EHOSTUNREACH: 'conexao',
  EHOSTDOWN: 'conexao',
  ENETUNREACH: 'conexao',
  ENETDOWN: 'conexao',
  EAI_AGAIN: 'conexao',
  SQLITE_FULL: 'armazenamento',
  SQLITE_READONLY: 'armazenamento',
  SQLITE_CORRUPT: 'armazenamento',
};

/** `tabela.coluna,tabela.coluna` -> name of the unique index: SQLite names columns where the others name the key. */
const chavesPorColunas = new Map<string, string>();

/** Learns the unique keys of the schema; called once, when the data source is ready. */
export function aprenderChaves(fonte: DataSource): void {
  for (const entidade of fonte.entityMetadatas)
    for (const indice of entidade.indices.filter((i) => i.isUnique))
      chavesPorColunas.set(
        indice.columns.map((c) => `${entidade.tableName}.${c.databaseName}`).join(','),
        indice.name,
      );
}

interface ErroDeDriver {
  code?: unknown;
  errno?: unknown;
  message?: unknown;
  driverError?: unknown;
  fatal?: unknown;
}

/** The error seen through any wrapper, or null when it does not come from a database. */
export function comoErroDeBanco(erro: unknown): ErroDeBanco | null {
  if (erro instanceof ErroDeBanco) return erro;
  if (typeof erro !== 'object' || erro === null || erro instanceof ErroDeDominio) return null;
  const { driverError } = erro as ErroDeDriver;
  const origem = (
    typeof driverError === 'object' && driverError !== null ? driverError : erro
  ) as ErroDeDriver;
  const mensagem = typeof origem.message === 'string' ? origem.message : '';
  const codigo = typeof origem.code === 'string' ? origem.code : '';
  const natureza =
    (typeof origem.errno === 'number' ? POR_NUMERO[origem.errno] : undefined) ??
    POR_CODIGO[codigo] ??
    (/^SQLITE_(IOERR|READONLY)/.test(codigo) ? 'armazenamento' : undefined) ??
    (/closed state|Connection lost|server has gone away|Pool is closed|Can't add new command/i.test(mensagem)
      ? 'conexao'
      : undefined) ??
    (codigo !== '' || driverError !== undefined ? 'outro' : undefined);
  return natureza === undefined ? null : new ErroDeBanco(natureza, restricaoDe(natureza, mensagem), origem);
}

/** A lock that did not come in time; unlike a deadlock, it leaves the transaction as it was before the statement. */
export const esperouDemais = (erro: unknown): boolean =>
  (comoErroDeBanco(erro)?.cause as ErroDeDriver | undefined)?.errno === ESPERA_ESGOTADA;

function restricaoDe(natureza: NaturezaDoErro, mensagem: string): string | undefined {
  if (natureza === 'verificacao')
    return /CHECK constraint failed: (\w+)|constraint [`'](\w+)[`']/i.exec(mensagem)?.slice(1).find(Boolean);
  if (natureza !== 'chave_duplicada') return undefined;
  const colunas = /UNIQUE constraint failed: (.+)$/.exec(mensagem)?.[1]?.replaceAll(' ', '');
  if (colunas !== undefined) return chavesPorColunas.get(colunas) ?? colunas;
  return /for key '(?:[^'.]+\.)?([^'.]+)'$/.exec(mensagem)?.[1];
}

/**
 * Runs `trabalho`; a violated unique key named in `respostas` becomes the domain error given there, so that
 * the key has the last word and the caller still reads a sentence.
 */
export async function seDuplicar<T>(
  respostas: Readonly<Record<string, () => ErroDeDominio>>,
  trabalho: () => Promise<T>,
): Promise<T> {
  try {
    return await trabalho();
  } catch (erro) {
    const doBanco = comoErroDeBanco(erro);
    const resposta = doBanco?.natureza === 'chave_duplicada' ? respostas[doBanco.restricao ?? ''] : undefined;
    throw resposta ? resposta() : erro;
  }
}

/** What the person is told when a database error reaches the edge untranslated. */
export function erroDeBancoParaCliente(erro: ErroDeBanco): ErroDeDominio | null {
  switch (erro.natureza) {
    case 'chave_duplicada':
      return new ErroDeDominio(
        'conflito',
        'PLATAFORMA.REGISTRO_REPETIDO',
        'Já existe um registro com esses dados.',
      );
    case 'referencia_em_uso':
      return new ErroDeDominio(
        'conflito',
        'PLATAFORMA.REGISTRO_EM_USO',
        'O registro está em uso e não pode ser removido.',
      );
    case 'referencia_inexistente':
      return new ErroDeDominio(
        'invalido',
        'PLATAFORMA.REFERENCIA_INEXISTENTE',
        'Um dos registros indicados não existe.',
      );
    case 'verificacao':
    case 'valor':
      return new ErroDeDominio(
        'regra_violada',
        'PLATAFORMA.VALOR_RECUSADO',
        'Um dos valores não é aceito. Confira os dados e tente de novo.',
      );
    case 'passageiro':
    case 'conexao':
      return new ErroDeDominio(
        'indisponivel',
        'PLATAFORMA.BANCO_INDISPONIVEL',
        'O banco de dados não está respondendo agora. Tente de novo em instantes.',
      );
    case 'armazenamento':
      return new ErroDeDominio(
        'indisponivel',
        'PLATAFORMA.ARMAZENAMENTO',
        'O banco de dados não consegue gravar: o disco está cheio ou só aceita leitura. Nada foi gravado; avise quem cuida do servidor.',
      );
    case 'outro':
      return null;
  }
}
