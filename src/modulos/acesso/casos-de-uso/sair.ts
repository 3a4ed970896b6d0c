import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { encerrarSessao } from '../persistencia/encerrar-acessos.js';

/** The session of the token ends; a token without one has nothing to end. */
export class Sair extends Command<void> {
  constructor(readonly autor: Autor) {
    super();
  }
}

@CommandHandler(Sair)
export class SairHandler implements ICommandHandler<Sair> {
  constructor(private readonly unidade: UnidadeDeTrabalho) {}

  async execute({ autor: { usuarioId, sessaoId } }: Sair): Promise<void> {
    if (usuarioId === null || typeof sessaoId !== 'number') return;
    await this.unidade.executar((tx) => encerrarSessao(tx, usuarioId, sessaoId, 'LOGOUT'));
  }
}
