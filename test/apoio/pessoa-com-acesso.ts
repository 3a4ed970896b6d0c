import type { Papel } from '../../src/plataforma/seguranca/autor.js';
import { TokensDeAcesso } from '../../src/plataforma/seguranca/tokens-de-acesso.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';

interface QuemEntra {
  readonly usuarioId?: number;
  readonly pacienteId?: number;
}

/** Headers of a request by somebody with these roles who is this patient. */
export function comoPessoa(
  app: AplicacaoDeTeste,
  papeis: readonly Papel[],
  { usuarioId = 1, pacienteId }: QuemEntra = {},
): { authorization: string } {
  const { token } = app.app.get(TokensDeAcesso).emitir({
    usuarioId,
    papeis,
    ...(pacienteId === undefined ? {} : { pacienteId }),
  });
  return { authorization: `Bearer ${token}` };
}
