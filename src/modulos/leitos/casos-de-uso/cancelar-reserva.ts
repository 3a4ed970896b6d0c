import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ComandoDeLeito, ComandosDeLeito } from '../comando-de-leito.js';
import type { DadosDeComando } from '../dados-de-comando.js';
import type { LeitoResposta } from './obter-leito.js';

/** Gives up a reservation: the bed is LIVRE again. */
export class CancelarReserva extends ComandoDeLeito<DadosDeComando> {}

@CommandHandler(CancelarReserva)
export class CancelarReservaHandler implements ICommandHandler<CancelarReserva> {
  constructor(private readonly comandos: ComandosDeLeito) {}

  execute(comando: CancelarReserva): Promise<LeitoResposta> {
    return this.comandos.executar(comando, ({ leito, fato }) => leito.cancelarReserva(fato));
  }
}
