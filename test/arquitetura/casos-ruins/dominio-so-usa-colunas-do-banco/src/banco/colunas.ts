export const texto = 'varchar';
