/** SQL of checks that entities share with their migrations (which spell them out). */
export const umDestes = (coluna: string, valores: readonly string[]): string =>
  `${coluna} IN (${valores.map((v) => `'${v}'`).join(',')})`;

export const nuloOuUmDestes = (coluna: string, valores: readonly string[]): string =>
  `${coluna} IS NULL OR ${umDestes(coluna, valores)}`;

/** Both ends included. */
export const entre = (coluna: string, { min, max }: { min: number; max: number }): string =>
  `${coluna} BETWEEN ${min} AND ${max}`;

export const nuloOuEntre = (coluna: string, limites: { min: number; max: number }): string =>
  `${coluna} IS NULL OR ${entre(coluna, limites)}`;

/** What is inactive has when and why, and nothing else has. */
export const INATIVACAO_COERENTE =
  '(ativo = 1 AND inativado_em IS NULL AND motivo_inativacao IS NULL) OR (ativo = 0 AND inativado_em IS NOT NULL AND motivo_inativacao IS NOT NULL)';
