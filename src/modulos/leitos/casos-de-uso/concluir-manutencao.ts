import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import type { DadosDeComando } from '../dados-de-comando.js';
import { fatoDe } from '../dominio/fato.js';
import { guardarLeito, travarLeito } from '../persistencia/leitos-no-banco.js';
import { type LeitoResposta, lerLeito } from './obter-leito.js';

/** Ends a maintenance: the bed goes to cleaning, or is LIVRE where none is required. Gives up one that was planned. */
export class ConcluirManutencao extends Command<LeitoResposta> {
  constructor(
    readonly leitoId: number,
    readonly dados: DadosDeComando,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(ConcluirManutencao)
export class ConcluirManutencaoHandler implements ICommandHandler<ConcluirManutencao> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly politicas: PoliticasDoHospital,
  ) {}

  execute({ leitoId, dados, autor }: ConcluirManutencao): Promise<LeitoResposta> {
    return this.unidade.executar(async (tx) => {
      const leito = await travarLeito(tx, leitoId);
      const { leitoExigeLimpeza } = await this.politicas.atuais();
      leito.concluirManutencao(leitoExigeLimpeza, fatoDe(dados, autor, this.relogio.agora()));
      await guardarLeito(tx, leito);
      return lerLeito(this.leitura, leitoId);
    });
  }
}
