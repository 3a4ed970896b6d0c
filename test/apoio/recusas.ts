import { expect } from '@jest/globals';
import { ErroDeBanco, type NaturezaDoErro } from '../../src/banco/erros-de-banco.js';
import type { Parametro } from '../../src/banco/dialeto.js';
import { ErroDeDominio } from '../../src/plataforma/erros/erro-de-dominio.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';

type Valores = Readonly<Record<string, Parametro>>;

/** Writes one row directly; answers its id. */
export function inserirLinha(aplicacao: AplicacaoDeTeste, tabela: string, valores: Valores): Promise<number> {
  const colunas = Object.keys(valores);
  const sql = `INSERT INTO ${tabela} (${colunas.join(', ')}) VALUES (${colunas.map(() => '?').join(', ')})`;
  return aplicacao.unidade.executar((tx) => tx.inserir(sql, Object.values(valores)));
}

/** The database itself must refuse this row, for this reason. References are not named by every server. */
export async function esperaRecusaDoBanco(
  aplicacao: AplicacaoDeTeste,
  [tabela, valores]: readonly [tabela: string, valores: Valores],
  natureza: NaturezaDoErro,
  restricao?: string,
): Promise<void> {
  const erro: unknown = await inserirLinha(aplicacao, tabela, valores).catch((e: unknown) => e);
  expect(erro).toBeInstanceOf(ErroDeBanco);
  const { natureza: obtida, restricao: violada } = erro as ErroDeBanco;
  expect([obtida, restricao === undefined ? undefined : violada]).toEqual([natureza, restricao]);
}

/** All the rows of these tables, to prove that a refusal wrote nothing. */
export async function retrato(aplicacao: AplicacaoDeTeste, ...tabelas: string[]): Promise<unknown[]> {
  return Promise.all(tabelas.map((tabela) => aplicacao.consultar(`SELECT * FROM ${tabela}`)));
}

/** `tentativa` must fail with this domain code and leave the tables as they were. */
export async function esperaRecusaSemEscrita(
  aplicacao: AplicacaoDeTeste,
  tabelas: string[],
  codigo: string,
  tentativa: () => Promise<unknown>,
): Promise<void> {
  const antes = await retrato(aplicacao, ...tabelas);
  const erro: unknown = await tentativa().catch((e: unknown) => e);
  expect(erro).toBeInstanceOf(ErroDeDominio);
  expect((erro as ErroDeDominio).codigo).toBe(codigo);
  expect(await retrato(aplicacao, ...tabelas)).toEqual(antes);
}
