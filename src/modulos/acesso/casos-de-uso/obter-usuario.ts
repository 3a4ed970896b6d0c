import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { exigirUsuario, type UsuarioResposta } from '../persistencia/ler-usuario.js';

export class ObterUsuario extends Query<UsuarioResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterUsuario)
export class ObterUsuarioHandler implements IQueryHandler<ObterUsuario> {
  constructor(private readonly leitura: Leitura) {}

  execute({ id }: ObterUsuario): Promise<UsuarioResposta> {
    return exigirUsuario(this.leitura, id);
  }
}
