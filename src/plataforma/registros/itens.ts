import { inteiro, type Linha, type Parametro } from '../../banco/dialeto.js';
import type { Leitura } from '../../banco/leitura.js';
import { lista } from '../../banco/lista.js';
import type { Transacao } from '../../banco/transacao.js';

/**
 * Makes `itens` the whole list of the record named by `dono` in a table of items (prices, specialties):
 * what was there goes. The caller holds the owner's row, so that two lists do not mix.
 */
export async function substituirItens(
  tx: Transacao,
  tabela: string,
  dono: readonly [coluna: string, id: number],
  itens: readonly Readonly<Record<string, Parametro>>[],
): Promise<void> {
  const [coluna, id] = dono;
  await tx.executar(`DELETE FROM ${tabela} WHERE ${coluna} = ?`, [id]);
  const [primeiro] = itens;
  if (!primeiro) return;
  const colunas = Object.keys(primeiro);
  const lugares = `(?${', ?'.repeat(colunas.length)})`;
  await tx.executar(
    `INSERT INTO ${tabela} (${[coluna, ...colunas].join(', ')}) VALUES ${itens.map(() => lugares).join(', ')}`,
    itens.flatMap((item) => [id, ...colunas.map((nome) => item[nome] ?? null)]),
  );
}

/**
 * The items of these records, in one query: answers a function from the owner's id to its items. `sql`
 * takes the placeholders of the list and must select the owner as `dono`.
 */
export async function itensDe<T>(
  leitura: Leitura,
  donos: readonly number[],
  sql: (lugares: string) => string,
  decodificar: (linha: Linha) => T,
): Promise<(dono: number) => T[]> {
  const itens = new Map<number, T[]>(donos.map((dono) => [dono, []]));
  if (donos.length > 0) {
    const { lugares, valores } = lista(donos);
    for (const linha of await leitura.consultar(sql(lugares), valores))
      itens.get(inteiro(linha.dono))?.push(decodificar(linha));
  }
  return (dono) => itens.get(dono) ?? [];
}
