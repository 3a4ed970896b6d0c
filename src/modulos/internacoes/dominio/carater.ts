export const CARATERES = ['ELETIVO', 'URGENCIA'] as const;
export type Carater = (typeof CARATERES)[number];
