import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { reativar } from '../../../plataforma/registros/inativacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { PACIENTE } from '../dominio/registro-de-pacientes.js';
import { lerPaciente, type PacienteResposta } from './obter-paciente.js';

/** The record is in use again. */
export class ReativarPaciente extends Command<PacienteResposta> {
  constructor(
    readonly id: number,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(ReativarPaciente)
export class ReativarPacienteHandler implements ICommandHandler<ReativarPaciente> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id }: ReativarPaciente): Promise<PacienteResposta> {
    return this.unidade.executar(async (tx) => {
      await reativar(tx, PACIENTE, id, this.relogio.agora());
      return lerPaciente(this.leitura, id);
    });
  }
}
