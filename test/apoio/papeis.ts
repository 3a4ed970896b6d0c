import type { Papel } from '../../src/plataforma/seguranca/autor.js';
import { TokensDeAcesso } from '../../src/plataforma/seguranca/tokens-de-acesso.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';

/** Headers of a request made by someone with these roles only; a MEDICO is the first doctor that the test registered. */
export function comoPapel(aplicacao: AplicacaoDeTeste, ...papeis: Papel[]): { authorization: string } {
  const { token } = aplicacao.app.get(TokensDeAcesso).emitir({
    usuarioId: 1,
    papeis,
    medicoId: papeis.includes('MEDICO') ? 1 : null,
  });
  return { authorization: `Bearer ${token}` };
}
