import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { encerrarOutras } from '../persistencia/encerrar-acessos.js';

/** Every session of somebody ends, but the one they speak from. */
export class EncerrarOutrasSessoes extends Command<void> {
  constructor(readonly autor: Autor) {
    super();
  }
}

@CommandHandler(EncerrarOutrasSessoes)
export class EncerrarOutrasSessoesHandler implements ICommandHandler<EncerrarOutrasSessoes> {
  constructor(private readonly unidade: UnidadeDeTrabalho) {}

  async execute({ autor: { usuarioId, sessaoId } }: EncerrarOutrasSessoes): Promise<void> {
    if (usuarioId === null) return;
    await this.unidade.executar((tx) => encerrarOutras(tx, usuarioId, sessaoId ?? null));
  }
}
