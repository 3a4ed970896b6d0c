export const iniciar = (): number => 1;
