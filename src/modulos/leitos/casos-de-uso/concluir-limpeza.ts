import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ComandoDeLeito, ComandosDeLeito } from '../comando-de-leito.js';
import type { DadosDeComando } from '../dados-de-comando.js';
import type { LeitoResposta } from './obter-leito.js';

/** Ends the cleaning: the bed is LIVRE. */
export class ConcluirLimpeza extends ComandoDeLeito<DadosDeComando> {}

@CommandHandler(ConcluirLimpeza)
export class ConcluirLimpezaHandler implements ICommandHandler<ConcluirLimpeza> {
  constructor(private readonly comandos: ComandosDeLeito) {}

  execute(comando: ConcluirLimpeza): Promise<LeitoResposta> {
    return this.comandos.executar(comando, ({ leito, fato }) => leito.concluirLimpeza(fato));
  }
}
