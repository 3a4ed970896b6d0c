import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { lerUsuario, type UsuarioResposta } from '../persistencia/ler-usuario.js';

/** The person behind the token, as the register has them now. */
export class QuemSouEu extends Query<UsuarioResposta> {
  constructor(readonly autor: Autor) {
    super();
  }
}

@QueryHandler(QuemSouEu)
export class QuemSouEuHandler implements IQueryHandler<QuemSouEu> {
  constructor(private readonly leitura: Leitura) {}

  async execute({ autor }: QuemSouEu): Promise<UsuarioResposta> {
    const usuario = autor.usuarioId === null ? null : await lerUsuario(this.leitura, autor.usuarioId);
    if (usuario?.ativo) return usuario;
    throw new ErroDeDominio(
      'nao_autenticado',
      'ACESSO.TOKEN_INVALIDO',
      'O token não é válido ou já venceu. Entre de novo.',
    );
  }
}
