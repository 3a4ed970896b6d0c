import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { inativar, type MotivoDaInativacao } from '../../../plataforma/registros/inativacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { MEDICO } from '../dominio/registros-de-medicos.js';
import { lerMedico, type MedicoResposta } from './obter-medico.js';

/** The professional may no longer be chosen; what he did stays his. */
export class InativarMedico extends Command<MedicoResposta> {
  constructor(
    readonly id: number,
    readonly dados: MotivoDaInativacao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(InativarMedico)
export class InativarMedicoHandler implements ICommandHandler<InativarMedico> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados }: InativarMedico): Promise<MedicoResposta> {
    return this.unidade.executar(async (tx) => {
      await inativar(tx, MEDICO, id, dados.motivo, this.relogio.agora());
      return lerMedico(this.leitura, id);
    });
  }
}
