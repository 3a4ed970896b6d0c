import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { reativar } from '../../../plataforma/registros/inativacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { USUARIO } from '../dominio/registro-de-usuarios.js';
import { exigirUsuario, type UsuarioResposta } from '../persistencia/ler-usuario.js';

/** The person may enter again, with the same password and roles. */
export class ReativarUsuario extends Command<UsuarioResposta> {
  constructor(
    readonly id: number,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(ReativarUsuario)
export class ReativarUsuarioHandler implements ICommandHandler<ReativarUsuario> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id }: ReativarUsuario): Promise<UsuarioResposta> {
    return this.unidade.executar(async (tx) => {
      await reativar(tx, USUARIO, id, this.relogio.agora());
      return exigirUsuario(this.leitura, id);
    });
  }
}
