import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { exigirUsuario } from '../persistencia/ler-usuario.js';
import { TentativasDeEntrada } from '../tentativas-de-entrada.js';

/** An administrator lets an account be tried again at once; whatever its state, it is not locked afterwards. */
export class DesbloquearUsuario extends Command<void> {
  constructor(
    readonly id: number,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(DesbloquearUsuario)
export class DesbloquearUsuarioHandler implements ICommandHandler<DesbloquearUsuario> {
  constructor(
    private readonly leitura: Leitura,
    private readonly tentativas: TentativasDeEntrada,
  ) {}

  async execute({ id }: DesbloquearUsuario): Promise<void> {
    await this.tentativas.desbloquear((await exigirUsuario(this.leitura, id)).email);
  }
}
