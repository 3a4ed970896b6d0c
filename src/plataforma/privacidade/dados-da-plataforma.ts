import { dadosDoTitular } from './dados-do-titular.js';

/** What the platform holds on whoever uses it. */
export const DADOS_DA_PLATAFORMA = dadosDoTitular({
  fora: {
    chaves_de_idempotencia:
      'repete, cifrado e por 48 horas, o que se respondeu a um pedido: o que ele mudou está nas outras partes',
  },
});
