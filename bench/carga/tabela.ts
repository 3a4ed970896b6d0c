export type Valor = string | number | null;
export type Linha = readonly Valor[];

/** The rows of one table, made as they are written: a hundred million of them never stand in memory. */
export interface Tabela {
  readonly nome: string;
  /** What the rows tell; the others keep their default. */
  readonly colunas: readonly string[];
  readonly quantas: number;
  readonly linhas: () => Iterable<Linha>;
}

/** As both engines store an instant. */
export function instante(ms: number): string {
  const iso = new Date(ms).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`;
}

/** The day of São Paulo, whose loaded hours never pass midnight UTC. */
export const dia = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Column names as they are written in one line of text. */
export const colunas = (nomes: string): readonly string[] => nomes.trim().split(/[\s,]+/);

/** The results of `fazer` over 0 … `quantos` − 1, one after the other. */
export function* contar<T>(quantos: number, fazer: (i: number) => T): Iterable<T> {
  for (let i = 0; i < quantos; i++) yield fazer(i);
}

/** The same, several rows each time. */
export function* contarVarios<T>(quantos: number, fazer: (i: number) => readonly T[]): Iterable<T> {
  for (let i = 0; i < quantos; i++) yield* fazer(i);
}
