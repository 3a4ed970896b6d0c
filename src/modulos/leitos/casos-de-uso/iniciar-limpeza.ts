import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ComandoDeLeito, ComandosDeLeito } from '../comando-de-leito.js';
import type { DadosDeComando } from '../dados-de-comando.js';
import type { LeitoResposta } from './obter-leito.js';

/** Begins the cleaning of a bed that waits for it. */
export class IniciarLimpeza extends ComandoDeLeito<DadosDeComando> {}

@CommandHandler(IniciarLimpeza)
export class IniciarLimpezaHandler implements ICommandHandler<IniciarLimpeza> {
  constructor(private readonly comandos: ComandosDeLeito) {}

  execute(comando: IniciarLimpeza): Promise<LeitoResposta> {
    return this.comandos.executar(comando, ({ leito, fato }) => leito.iniciarLimpeza(fato));
  }
}
