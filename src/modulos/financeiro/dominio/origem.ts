/** What `origem` says of a stay's charges. */
export const origemDaInternacao = (internacaoId: number): string => `internacao:${internacaoId}`;

/** The stay that an `origem` speaks of; null when it is of something else. */
export function internacaoDaOrigem(origem: string): number | null {
  const [, id] = /^internacao:(\d+)$/.exec(origem) ?? [];
  return id === undefined ? null : Number(id);
}
