/** Why there was no answer at all, in a few words; `prazoMs` is how long it was waited for. */
export function motivoDaRede(erro: unknown, prazoMs: number): string {
  if (!(erro instanceof Error)) return String(erro);
  if (erro.name === 'TimeoutError') return `sem resposta em ${prazoMs / 1000} s`;
  return erro.cause instanceof Error ? erro.cause.message : erro.message;
}
