/** Reais of the API to the whole centavos that are stored; the two decimals are already checked. */
export const paraCentavos = (reais: number): number => Math.round(reais * 100);

/** Whole centavos to the JSON number in reais. */
export const paraReais = (centavos: number): number => centavos / 100;
