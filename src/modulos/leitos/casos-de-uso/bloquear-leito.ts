import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import type { DadosDeBloqueio } from '../dados-de-comando.js';
import { fatoDe } from '../dominio/fato.js';
import { bloquearLeito } from '../persistencia/bloqueio-no-banco.js';
import { travarLeito } from '../persistencia/leitos-no-banco.js';
import { type LeitoResposta, lerLeito } from './obter-leito.js';

/** Takes a bed out of use for a while, or records that it was. */
export class BloquearLeito extends Command<LeitoResposta> {
  constructor(
    readonly leitoId: number,
    readonly dados: DadosDeBloqueio,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(BloquearLeito)
export class BloquearLeitoHandler implements ICommandHandler<BloquearLeito> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ leitoId, dados, autor }: BloquearLeito): Promise<LeitoResposta> {
    return this.unidade.executar(async (tx) => {
      const leito = await travarLeito(tx, leitoId);
      const { motivo, ate = null } = dados;
      await bloquearLeito(
        tx,
        leito,
        { tipo: 'BLOQUEIO', motivo, ate },
        fatoDe(dados, autor, this.relogio.agora()),
      );
      return lerLeito(this.leitura, leitoId);
    });
  }
}
