import { lerAmbiente } from '../../src/config/ambiente.js';
import { criarLeitura } from '../../src/banco/criar-leitura.js';
import type { Conferencia } from '../../src/plataforma/invariantes/conferir.js';
import { conferirTodas } from '../../src/plataforma/invariantes/conferir-todas.js';
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
}

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
  variaveis: Readonly<Record<string, string | undefined>>,
  opcoes: OpcoesDaAuditoria = {},
): Promise<readonly Achado[]> {
  const achados: Achado[] = [];
  for await (const { invariante, conferida, registros } of conferencias(variaveis, opcoes)) {
    if (!conferida) throw new Error(`Não deu tempo de conferir ${invariante.codigo}.`);
    const { codigo, descricao } = invariante;
    if (registros.length > 0) achados.push({ codigo, descricao, registros: [...registros] });
  }
  return achados;
}

/** One invariant after the other, as they are checked. */
export async function* conferencias(
  variaveis: Readonly<Record<string, string | undefined>>,
  { toleranciaMs }: OpcoesDaAuditoria = {},
): AsyncGenerator<Conferencia> {
  const { banco } = lerAmbiente({ ...variaveis, ...SEM_SEGREDOS });
  const leitura = criarLeitura({ ...banco, hostLeitura: null, conexoes: 1 }, PRAZO_DA_LEITURA_MS);
  try {
    yield* conferirTodas(leitura, acervoDoProduto(), { agora: new Date(), toleranciaMs });
  } finally {
    await leitura.encerrar();
  }
}
