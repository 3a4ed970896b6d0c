/** Variables with which the product starts in production, without a clock that moves. */
export const PRODUCAO = {
  NODE_ENV: 'production',
  RELOGIO_MOVEL: 'false',
  ADMIN_SENHA: 'cavalo-bateria-grampo-certo',
  JWT_SECRET: 'k2Vn8Qx4Lr7Tz1Wb6Yc3Hd9Fj5Gm0PsA',
};
