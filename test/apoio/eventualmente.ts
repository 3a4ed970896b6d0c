/**
 * Waits until `verificar` stops throwing (or returns something truthy), at most `prazoMs`.
 * For what happens after a commit; never a fixed sleep.
 */
export async function eventualmente<T>(verificar: () => Promise<T> | T, prazoMs = 10_000): Promise<T> {
  const fim = Date.now() + prazoMs;
  for (let espera = 5; ; espera = Math.min(espera * 2, 100)) {
    try {
      return await verificar();
    } catch (erro) {
      if (Date.now() > fim) throw erro;
    }
    await new Promise((resolver) => setTimeout(resolver, espera));
  }
}
