import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import { inativar, type MotivoDaInativacao } from '../../../plataforma/registros/inativacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { LeituraDeInternacoes } from '../../internacoes/contrato/leitura-de-internacoes.js';
import { PACIENTE } from '../dominio/registro-de-pacientes.js';
import { lerPaciente, type PacienteResposta } from './obter-paciente.js';

/**
 * Takes a record out of use: a repeated one, a mistake. Refuses a patient who is in (409 `PACIENTE.INTERNADO`) or
 * waits for a bed (409 `PACIENTE.ESPERA_LEITO`).
 */
export class InativarPaciente extends Command<PacienteResposta> {
  constructor(
    readonly id: number,
    readonly dados: MotivoDaInativacao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(InativarPaciente)
export class InativarPacienteHandler implements ICommandHandler<InativarPaciente> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly internacoes: LeituraDeInternacoes,
  ) {}

  execute({ id, dados }: InativarPaciente): Promise<PacienteResposta> {
    return this.unidade.executar(async (tx) => {
      // Writes first: the row is now ours, and an admission, which locks it too, is either seen here or waits.
      await inativar(tx, PACIENTE, id, dados.motivo, this.relogio.agora());
      if (await this.internacoes.pacienteInternado(id))
        throw conflito(
          'PACIENTE.INTERNADO',
          `O paciente ${id} está internado. Dê a alta antes de inativar o cadastro.`,
        );
      if (await this.internacoes.pacienteEsperaLeito(id))
        throw conflito(
          'PACIENTE.ESPERA_LEITO',
          `O paciente ${id} espera por um leito. Recuse ou cancele a solicitação antes de inativar o cadastro.`,
        );
      return lerPaciente(this.leitura, id);
    });
  }
}
