import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { reativar } from '../../../plataforma/registros/inativacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { ESPECIALIDADE } from '../dominio/registros-de-medicos.js';
import { type EspecialidadeResposta, lerEspecialidade } from './obter-especialidade.js';

/** The specialty may be given again. */
export class ReativarEspecialidade extends Command<EspecialidadeResposta> {
  constructor(
    readonly id: number,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(ReativarEspecialidade)
export class ReativarEspecialidadeHandler implements ICommandHandler<ReativarEspecialidade> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id }: ReativarEspecialidade): Promise<EspecialidadeResposta> {
    return this.unidade.executar(async (tx) => {
      await reativar(tx, ESPECIALIDADE, id, this.relogio.agora());
      return lerEspecialidade(this.leitura, id);
    });
  }
}
