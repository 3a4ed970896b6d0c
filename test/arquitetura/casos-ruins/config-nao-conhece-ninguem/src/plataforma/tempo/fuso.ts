export const fusoPadrao = 'America/Sao_Paulo';
