import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import { lerUsuario, type UsuarioResposta } from '../persistencia/ler-usuario.js';

export class ObterUsuario extends Query<UsuarioResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterUsuario)
export class ObterUsuarioHandler implements IQueryHandler<ObterUsuario> {
  constructor(private readonly leitura: Leitura) {}

  async execute({ id }: ObterUsuario): Promise<UsuarioResposta> {
    const usuario = await lerUsuario(this.leitura, id);
    if (!usuario) throw naoEncontrado('ACESSO.USUARIO_NAO_ENCONTRADO', `O usuário ${id} não existe.`);
    return usuario;
  }
}
