import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ComandoDeLeito, ComandosDeLeito } from '../comando-de-leito.js';
import type { DadosDeComando } from '../dados-de-comando.js';
import type { LeitoResposta } from './obter-leito.js';

/** Ends a maintenance: the bed goes to cleaning, or is LIVRE where none is required. Gives up one that waits for the patient to leave. */
export class ConcluirManutencao extends ComandoDeLeito<DadosDeComando> {}

@CommandHandler(ConcluirManutencao)
export class ConcluirManutencaoHandler implements ICommandHandler<ConcluirManutencao> {
  constructor(private readonly comandos: ComandosDeLeito) {}

  execute(comando: ConcluirManutencao): Promise<LeitoResposta> {
    return this.comandos.executar(comando, ({ leito, fato, politicas }) =>
      leito.concluirManutencao(politicas.leitoExigeLimpeza, fato),
    );
  }
}
