import { fusoPadrao } from '../plataforma/tempo/fuso.js';

export const ambiente = { fuso: fusoPadrao };
