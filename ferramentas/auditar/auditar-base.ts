import { existsSync } from 'node:fs';
import { criarLeitura } from '../../src/banco/criar-leitura.js';
import { comoErroDeBanco } from '../../src/banco/erros-de-banco.js';
import { arquivoSqlite } from '../../src/banco/fonte-de-dados.js';
import type { Leitura } from '../../src/banco/leitura.js';
import { type Ambiente, lerAmbiente } from '../../src/config/ambiente.js';
import type { Conferencia } from '../../src/plataforma/invariantes/conferir.js';
import { conferirTodas } from '../../src/plataforma/invariantes/conferir-todas.js';
import { ErroDeUso } from '../aih/erro-de-uso.js';
import { acervoDoProduto } from './acervo-do-produto.js';

/** An invariant that does not hold, and the records that break it. */
export interface Achado {
  readonly codigo: string;
  readonly descricao: string;
  /** `leito:12`; at most a thousand. */
  readonly registros: string[];
}

export interface OpcoesDaAuditoria {
  /** How late what is due may be, in milliseconds; 0: the product has come to rest, and nothing may be under way. */
  readonly toleranciaMs?: number;
  /** What time it is for the product, when its clock has been moved; otherwise it is now. */
  readonly agora?: Date;
}

type Variaveis = Readonly<Record<string, string | undefined>>;

/** Nobody waits at a counter for this answer: a big database may take its time. */
const PRAZO_DA_LEITURA_MS = 120_000;
/** The audit signs no token and logs nobody in: these keep it from making secrets in the data folder. */
const SEM_SEGREDOS = {
  JWT_SECRET: 'a-auditoria-nao-assina-nenhum-token',
  ADMIN_EMAIL: 'ninguem@hospital.local',
  ADMIN_SENHA: 'ninguem-entra-por-aqui',
};

/**
 * Checks every invariant of the product on the database that these variables lead to, past the product, which
 * may be running. Throws when the database is away, or an invariant could not be checked.
 */
export async function auditar(
  variaveis: Variaveis,
  opcoes: OpcoesDaAuditoria = {},
): Promise<readonly Achado[]> {
  const achados: Achado[] = [];
  for await (const { invariante, conferida, registros } of conferencias(
    lerAmbienteSemSegredos(variaveis),
    opcoes,
  )) {
    if (!conferida) throw new Error(`Não deu tempo de conferir ${invariante.codigo}.`);
    const { codigo, descricao } = invariante;
    if (registros.length > 0) achados.push({ codigo, descricao, registros: [...registros] });
  }
  return achados;
}

/** The configuration of the product, of which only the database matters here; nothing is written. */
export const lerAmbienteSemSegredos = (variaveis: Variaveis): Ambiente =>
  lerAmbiente({ ...variaveis, ...SEM_SEGREDOS });

/** One invariant after the other, as they are checked; on the primary, which has what replicas are still to get. */
export async function* conferencias(
  { banco }: Pick<Ambiente, 'banco'>,
  { toleranciaMs, agora = new Date() }: OpcoesDaAuditoria = {},
): AsyncGenerator<Conferencia> {
  if (banco.host === null && !existsSync(arquivoSqlite(banco)))
    throw new ErroDeUso(
      `Não há banco em ${arquivoSqlite(banco)}. Aponte DADOS_DIR, ou DB_HOST e os outros DB_, para o que o produto usa.`,
    );
  const leitura = criarLeitura({ ...banco, hostLeitura: null, conexoes: 1 }, PRAZO_DA_LEITURA_MS);
  try {
    await exigirPlantao(leitura);
    yield* conferirTodas(leitura, acervoDoProduto(), { agora, toleranciaMs });
  } finally {
    await leitura.encerrar();
  }
}

async function exigirPlantao(leitura: Leitura): Promise<void> {
  try {
    await leitura.consultar('SELECT id FROM hospital');
  } catch (erro) {
    if (comoErroDeBanco(erro)?.natureza !== 'outro') throw erro;
    throw new ErroDeUso(
      'Este banco não tem as tabelas do Plantão, que as cria quando é iniciado pela primeira vez.',
    );
  }
}
