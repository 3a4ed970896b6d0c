/** The fields that a PATCH really brought: absent ones keep their value, null clears. */
export function semIndefinidos<T extends object>(mudancas: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(mudancas).filter(([, valor]) => valor !== undefined),
  ) as Partial<T>;
}
