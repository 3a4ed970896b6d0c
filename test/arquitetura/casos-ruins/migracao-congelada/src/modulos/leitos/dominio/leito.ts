export const TABELA_DE_LEITOS = 'leitos';
