import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ComandoDeLeito, ComandosDeLeito } from '../comando-de-leito.js';
import type { DadosDeComando } from '../dados-de-comando.js';
import type { LeitoResposta } from './obter-leito.js';

/** Ends a block: the bed goes to cleaning, or is LIVRE where none is required. */
export class DesbloquearLeito extends ComandoDeLeito<DadosDeComando> {}

@CommandHandler(DesbloquearLeito)
export class DesbloquearLeitoHandler implements ICommandHandler<DesbloquearLeito> {
  constructor(private readonly comandos: ComandosDeLeito) {}

  execute(comando: DesbloquearLeito): Promise<LeitoResposta> {
    return this.comandos.executar(comando, ({ leito, fato, politicas }) =>
      leito.desbloquear(politicas.leitoExigeLimpeza, fato),
    );
  }
}
