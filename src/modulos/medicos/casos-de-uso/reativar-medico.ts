import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { reativar } from '../../../plataforma/registros/inativacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { MEDICO } from '../dominio/registros-de-medicos.js';
import { lerMedico, type MedicoResposta } from './obter-medico.js';

/** The professional may be chosen again. */
export class ReativarMedico extends Command<MedicoResposta> {
  constructor(
    readonly id: number,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(ReativarMedico)
export class ReativarMedicoHandler implements ICommandHandler<ReativarMedico> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id }: ReativarMedico): Promise<MedicoResposta> {
    return this.unidade.executar(async (tx) => {
      await reativar(tx, MEDICO, id, this.relogio.agora());
      return lerMedico(this.leitura, id);
    });
  }
}
