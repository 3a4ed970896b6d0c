import { join } from 'node:path';
import type { Base } from '../../ferramentas/apoio/base.js';
import { cadastros } from './cadastros.js';
import { contas } from './contas.js';
import { estadias } from './estadias.js';
import { eventos, ultimaSequencia } from './eventos.js';
import { gravarNoMysql } from './gravador-mysql.js';
import { gravarNoSqlite } from './gravador-sqlite.js';
import type { PlanoDaCarga } from './plano.js';
import type { Tabela } from './tabela.js';

/** Every table of a load, in an order that the foreign keys allow. */
export const tabelasDe = (plano: PlanoDaCarga): Tabela[] => [
  ...cadastros(plano),
  ...estadias(plano),
  ...contas(plano),
  ...eventos(plano),
];

/**
 * Fills a database that the product has migrated, and that nothing uses now. `aoGravar` is told how many of how many
 * rows there are so far.
 */
export async function carregar(
  base: Base,
  plano: PlanoDaCarga,
  aoGravar: (linhas: number, total: number) => void = () => undefined,
): Promise<void> {
  const tabelas = tabelasDe(plano);
  const total = tabelas.reduce((soma, { quantas }) => soma + quantas, 0);
  let gravadas = 0;
  const contar = (linhas: number): void => aoGravar((gravadas += linhas), total);
  if (base.motor === 'mysql') await gravarNoMysql(base.variaveis, tabelas, contar);
  else gravarNoSqlite(join(base.variaveis.DADOS_DIR!, 'plantao.sqlite'), tabelas, contar);
  await base.consultar(`UPDATE sequencia_de_eventos SET ultima = ${ultimaSequencia(plano)}`);
  // A server that has just been filled has no statistics yet; one in use has them.
  if (base.motor === 'mysql')
    await base.consultar(`ANALYZE TABLE ${tabelas.map(({ nome }) => nome).join(', ')}`);
}
