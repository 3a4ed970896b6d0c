import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Conta } from '../dominio/conta.entity.js';
import { inserirConta } from '../persistencia/contas.repositorio.js';

/** Opens the account of a stay; a stay that already has one keeps it. Says whether it was opened now. */
export class AbrirConta extends Command<boolean> {
  constructor(
    readonly internacaoId: number,
    /** When the patient came in. */
    readonly abertura: Date,
  ) {
    super();
  }
}

@CommandHandler(AbrirConta)
export class AbrirContaHandler implements ICommandHandler<AbrirConta> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
  ) {}

  execute({ internacaoId, abertura }: AbrirConta): Promise<boolean> {
    return this.unidade.executar((tx) =>
      inserirConta(tx, Conta.abrir(internacaoId, abertura, this.relogio.agora())),
    );
  }
}
