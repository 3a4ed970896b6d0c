import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import type { DadosDeComando } from '../dados-de-comando.js';
import { fatoDe } from '../dominio/fato.js';
import { guardarLeito, travarLeito } from '../persistencia/leitos-no-banco.js';
import { type LeitoResposta, lerLeito } from './obter-leito.js';

const MS_POR_HORA = 3_600_000;

/** Keeps a bed for a while: for a patient, or for whoever is admitted to it. */
export class ReservarLeito extends Command<LeitoResposta> {
  constructor(
    readonly leitoId: number,
    readonly dados: DadosDeComando,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(ReservarLeito)
export class ReservarLeitoHandler implements ICommandHandler<ReservarLeito> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly politicas: PoliticasDoHospital,
    private readonly pacientes: PacientesDaInternacao,
  ) {}

  execute({ leitoId, dados, autor }: ReservarLeito): Promise<LeitoResposta> {
    return this.unidade.executar(async (tx) => {
      const { pacienteId = null, expiraEm: pedido = dados.ate } = dados;
      // The patient first, as an admission does: the same order of locks everywhere.
      if (pacienteId !== null) await this.pacientes.travar(pacienteId);
      const leito = await travarLeito(tx, leitoId);
      const { reservaHoras } = await this.politicas.atuais();
      const agora = this.relogio.agora();
      const expiraEm = pedido ?? new Date(agora.getTime() + reservaHoras * MS_POR_HORA);
      leito.reservar({ pacienteId, expiraEm }, fatoDe(dados, autor, agora));
      await guardarLeito(tx, leito);
      return lerLeito(this.leitura, leitoId);
    });
  }
}
