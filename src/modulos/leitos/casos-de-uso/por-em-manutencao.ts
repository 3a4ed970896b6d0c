import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ComandoDeLeito, ComandosDeLeito } from '../comando-de-leito.js';
import type { DadosDeBloqueio } from '../dados-de-comando.js';
import { bloquearLeito } from '../persistencia/bloqueio-no-banco.js';
import type { LeitoResposta } from './obter-leito.js';

/** Puts a bed in maintenance, or plans to, or leaves it for when the patient leaves, or records a past one. */
export class PorEmManutencao extends ComandoDeLeito<DadosDeBloqueio> {}

@CommandHandler(PorEmManutencao)
export class PorEmManutencaoHandler implements ICommandHandler<PorEmManutencao> {
  constructor(private readonly comandos: ComandosDeLeito) {}

  execute(comando: PorEmManutencao): Promise<LeitoResposta> {
    return this.comandos.executar(comando, ({ tx, leito, fato }) =>
      bloquearLeito(tx, leito, { tipo: 'MANUTENCAO', ...comando.dados }, fato),
    );
  }
}
