import type { Papel } from '../../src/plataforma/seguranca/autor.js';
import { TokensDeAcesso } from '../../src/plataforma/seguranca/tokens-de-acesso.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';

/** Headers of a request made by someone with these roles only. */
export function comoPapel(aplicacao: AplicacaoDeTeste, ...papeis: Papel[]): { authorization: string } {
  const { token } = aplicacao.app.get(TokensDeAcesso).emitir({ usuarioId: 1, papeis });
  return { authorization: `Bearer ${token}` };
}
