import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import type { DadosDeComando } from '../dados-de-comando.js';
import { fatoDe } from '../dominio/fato.js';
import { exigirPeriodoLivre } from '../persistencia/bloqueio-no-banco.js';
import { guardarLeito, travarLeito } from '../persistencia/leitos-no-banco.js';
import { trocarPeriodos } from '../persistencia/periodos-no-banco.js';
import { type LeitoResposta, lerLeito } from './obter-leito.js';

/** Takes a bed out of the hospital: it is no longer installed. Refuses (409) a past instant before what was recorded of it. */
export class DesativarLeito extends Command<LeitoResposta> {
  constructor(
    readonly leitoId: number,
    readonly dados: DadosDeComando,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(DesativarLeito)
export class DesativarLeitoHandler implements ICommandHandler<DesativarLeito> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ leitoId, dados, autor }: DesativarLeito): Promise<LeitoResposta> {
    return this.unidade.executar(async (tx) => {
      const leito = await travarLeito(tx, leitoId);
      const fato = fatoDe(dados, autor, this.relogio.agora());
      const antes = leito.atributos();
      leito.desativar(fato);
      await guardarLeito(tx, leito);
      // After the block in course, if any, has ended.
      await exigirPeriodoLivre(tx, leito, fato.em, null);
      await trocarPeriodos(tx, leito, antes, fato.em);
      return lerLeito(this.leitura, leitoId);
    });
  }
}
