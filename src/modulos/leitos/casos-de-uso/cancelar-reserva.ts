import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import type { DadosDeComando } from '../dados-de-comando.js';
import { fatoDe } from '../dominio/fato.js';
import { guardarLeito, travarLeito } from '../persistencia/leitos-no-banco.js';
import { type LeitoResposta, lerLeito } from './obter-leito.js';

/** Gives up a reservation: the bed is LIVRE again. */
export class CancelarReserva extends Command<LeitoResposta> {
  constructor(
    readonly leitoId: number,
    readonly dados: DadosDeComando,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(CancelarReserva)
export class CancelarReservaHandler implements ICommandHandler<CancelarReserva> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ leitoId, dados, autor }: CancelarReserva): Promise<LeitoResposta> {
    return this.unidade.executar(async (tx) => {
      const leito = await travarLeito(tx, leitoId);
      leito.cancelarReserva(fatoDe(dados, autor, this.relogio.agora()));
      await guardarLeito(tx, leito);
      return lerLeito(this.leitura, leitoId);
    });
  }
}
