export const SEXOS = ['M', 'F', 'OUTRO'] as const;
export type Sexo = (typeof SEXOS)[number];
