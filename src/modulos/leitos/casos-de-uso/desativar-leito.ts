import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ComandoDeLeito, ComandosDeLeito } from '../comando-de-leito.js';
import type { DadosDeComando } from '../dados-de-comando.js';
import { exigirPeriodoLivre } from '../persistencia/bloqueio-no-banco.js';
import { guardarLeito } from '../persistencia/leitos-no-banco.js';
import { trocarPeriodos } from '../persistencia/periodos-no-banco.js';
import { cancelarPlanos } from '../persistencia/planos-no-banco.js';
import type { LeitoResposta } from './obter-leito.js';

/** Takes a bed out of the hospital: it is no longer installed, and its plans are off. Refuses (409) a past instant before what was recorded of it. */
export class DesativarLeito extends ComandoDeLeito<DadosDeComando> {}

@CommandHandler(DesativarLeito)
export class DesativarLeitoHandler implements ICommandHandler<DesativarLeito> {
  constructor(private readonly comandos: ComandosDeLeito) {}

  execute(comando: DesativarLeito): Promise<LeitoResposta> {
    return this.comandos.executar(comando, async ({ tx, leito, fato }) => {
      const antes = leito.atributos();
      leito.desativar(fato);
      await guardarLeito(tx, leito);
      // After the block in course, if any, has ended.
      await exigirPeriodoLivre(tx, leito, fato.em, null);
      await trocarPeriodos(tx, leito, antes, fato.em);
      await cancelarPlanos(tx, leito, fato.agora);
    });
  }
}
