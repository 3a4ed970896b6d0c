/** True when a PATCH brought something to write; one that did not must change nothing, nor count as a change. */
export const temMudancas = (mudancas: object): boolean =>
  Object.values(mudancas).some((valor) => valor !== undefined);

/** The fields that a PATCH really brought: absent ones keep their value, null clears. */
export function semIndefinidos<T extends object>(mudancas: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(mudancas).filter(([, valor]) => valor !== undefined),
  ) as Partial<T>;
}
