import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Linha } from '../../src/banco/dialeto.js';
import type { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

/** What the platform writes of its own work, whatever it answers. */
const DA_PLATAFORMA = ['chaves_de_idempotencia', 'tarefas_vezes', 'auditoria_selos', 'auditoria_cadeia'];

/** Each table, with how many rows it has and a checksum of them. */
type Impressao = Readonly<Record<string, string>>;

const tabelasPorAplicacao = new WeakMap<AplicacaoDeTeste, readonly string[]>();

/** A fingerprint of the whole database. */
export async function impressaoDoBanco(aplicacao: AplicacaoDeTeste): Promise<Impressao> {
  const impressoes: Record<string, string> = {};
  for (const tabela of await tabelasDe(aplicacao))
    impressoes[tabela] = resumo(await aplicacao.consultar(`SELECT * FROM ${tabela}`));
  return impressoes;
}

/** Runs `agir`, which must leave every row of every table as it was, but those of `salvo`; answers what it answers. */
export async function esperaQueNadaMude<T>(
  aplicacao: AplicacaoDeTeste,
  agir: () => Promise<T>,
  salvo: readonly string[] = [],
): Promise<T> {
  const sem = (impressao: Impressao): Impressao =>
    Object.fromEntries(Object.entries(impressao).filter(([tabela]) => !salvo.includes(tabela)));
  const antes = sem(await impressaoDoBanco(aplicacao));
  const resultado = await agir();
  expect(sem(await impressaoDoBanco(aplicacao))).toEqual(antes);
  return resultado;
}

async function tabelasDe(aplicacao: AplicacaoDeTeste): Promise<readonly string[]> {
  const conhecidas = tabelasPorAplicacao.get(aplicacao);
  if (conhecidas) return conhecidas;
  const tabelas = await aplicacao.unidade.executar((tx) =>
    Promise.resolve(tx.gerente.connection.entityMetadatas.map(({ tableName }) => tableName)),
  );
  const observadas = tabelas.filter((tabela) => !DA_PLATAFORMA.includes(tabela)).sort();
  tabelasPorAplicacao.set(aplicacao, observadas);
  return observadas;
}

function resumo(linhas: readonly Linha[]): string {
  const textos = linhas.map((linha) => JSON.stringify(linha)).sort();
  return `${linhas.length} rows, ${createHash('sha1').update(textos.join('\n')).digest('hex')}`;
}
