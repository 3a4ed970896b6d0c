/**
 * Runs `fazer` over the items, at most `limite` at once. After the first failure nothing new starts, the
 * signal tells the running ones to stop at their next step, and the failure is thrown when all have ended.
 */
export async function emParalelo<T>(
  itens: readonly T[],
  limite: number,
  fazer: (item: T, parar: AbortSignal) => Promise<void>,
): Promise<void> {
  const controle = new AbortController();
  const fila = itens[Symbol.iterator]();
  const falhas: unknown[] = [];
  const trabalhar = async (): Promise<void> => {
    for (const item of fila) {
      if (controle.signal.aborted) return;
      try {
        await fazer(item, controle.signal);
      } catch (erro) {
        falhas.push(erro);
        controle.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: limite }, trabalhar));
  if (falhas.length > 0) throw falhas[0];
}
