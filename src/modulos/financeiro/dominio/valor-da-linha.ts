/** A factor is stored in ten-thousandths: 10,000 is 1, 8,500 is 0.85. */
export const FATOR_UM = 10_000;

/**
 * Total of a line in centavos: quantity × unit price (centavos) × factor (ten-thousandths), half-up to the
 * centavo (DOMINIO §4). The one rounding place of the account. Throws when the result is no longer exact.
 */
export function valorDaLinha(quantidade: number, precoUnitario: number, fator: number = FATOR_UM): number {
  // BigInt: the product passes 2^53 long before the total does. All factors are >= 0, so half-up is + 1/2.
  const produto = BigInt(quantidade) * BigInt(precoUnitario) * BigInt(fator);
  const valor = Number((produto + BigInt(FATOR_UM / 2)) / BigInt(FATOR_UM));
  if (!Number.isSafeInteger(valor))
    throw new Error(`line total out of range: ${quantidade} x ${precoUnitario} x ${fator}`);
  return valor;
}
