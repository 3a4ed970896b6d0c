import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { exigirUsuario, type UsuarioComBloqueio } from '../persistencia/ler-usuario.js';
import { TentativasDeEntrada } from '../tentativas-de-entrada.js';

export class ObterUsuario extends Query<UsuarioComBloqueio> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterUsuario)
export class ObterUsuarioHandler implements IQueryHandler<ObterUsuario> {
  constructor(
    private readonly leitura: Leitura,
    private readonly tentativas: TentativasDeEntrada,
  ) {}

  async execute({ id }: ObterUsuario): Promise<UsuarioComBloqueio> {
    const usuario = await exigirUsuario(this.leitura, id);
    return { ...usuario, bloqueadoAte: await this.tentativas.bloqueadoAte(usuario.email) };
  }
}
