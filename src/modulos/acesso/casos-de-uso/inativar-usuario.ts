import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { inativar, type MotivoDaInativacao } from '../../../plataforma/registros/inativacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { USUARIO } from '../dominio/registro-de-usuarios.js';
import { exigirOutroAdministrador } from '../persistencia/administradores.js';
import { encerrarAcessos } from '../persistencia/encerrar-acessos.js';
import { exigirUsuario, type UsuarioResposta } from '../persistencia/ler-usuario.js';

/** The person may not enter any more; their sessions end, and their tokens are void. */
export class InativarUsuario extends Command<UsuarioResposta> {
  constructor(
    readonly id: number,
    readonly dados: MotivoDaInativacao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(InativarUsuario)
export class InativarUsuarioHandler implements ICommandHandler<InativarUsuario> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados }: InativarUsuario): Promise<UsuarioResposta> {
    return this.unidade.executar(async (tx) => {
      await exigirOutroAdministrador(tx, id);
      await inativar(tx, USUARIO, id, dados.motivo, this.relogio.agora());
      await encerrarAcessos(tx, id, { motivo: 'INATIVACAO' });
      return exigirUsuario(this.leitura, id);
    });
  }
}
