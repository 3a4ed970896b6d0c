/**
 * The statement that inserts so many rows, `cabeca` being all of it before VALUES. The same string each time: the
 * driver finds what it has prepared by it.
 */
export function insercao(cabeca: string, colunas: number): (linhas: number) => string {
  const lugares = `(${Array.from({ length: colunas }, () => '?').join(', ')})`;
  const prontas: string[] = [];
  return (linhas) =>
    (prontas[linhas] ??= `${cabeca} VALUES ${Array.from({ length: linhas }, () => lugares).join(', ')}`);
}
