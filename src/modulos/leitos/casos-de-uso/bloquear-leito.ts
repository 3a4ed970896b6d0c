import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ComandoDeLeito, ComandosDeLeito } from '../comando-de-leito.js';
import type { DadosDeBloqueio } from '../dados-de-comando.js';
import { bloquearLeito } from '../persistencia/bloqueio-no-banco.js';
import type { LeitoResposta } from './obter-leito.js';

/** Takes a bed out of use for a while, plans to, or records that it was. */
export class BloquearLeito extends ComandoDeLeito<DadosDeBloqueio> {}

@CommandHandler(BloquearLeito)
export class BloquearLeitoHandler implements ICommandHandler<BloquearLeito> {
  constructor(private readonly comandos: ComandosDeLeito) {}

  execute(comando: BloquearLeito): Promise<LeitoResposta> {
    return this.comandos.executar(comando, ({ tx, leito, fato }) =>
      bloquearLeito(tx, leito, { tipo: 'BLOQUEIO', ...comando.dados }, fato),
    );
  }
}
