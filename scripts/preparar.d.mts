/** Root of the project; see preparar.mjs. */
export const RAIZ: string;
