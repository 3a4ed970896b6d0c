export const consultar = (): number => 1;
