import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { inativar, type MotivoDaInativacao } from '../../../plataforma/registros/inativacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { ESPECIALIDADE } from '../dominio/registros-de-medicos.js';
import { type EspecialidadeResposta, lerEspecialidade } from './obter-especialidade.js';

/** The specialty may no longer be given to a professional; who has it keeps it. */
export class InativarEspecialidade extends Command<EspecialidadeResposta> {
  constructor(
    readonly id: number,
    readonly dados: MotivoDaInativacao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(InativarEspecialidade)
export class InativarEspecialidadeHandler implements ICommandHandler<InativarEspecialidade> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados }: InativarEspecialidade): Promise<EspecialidadeResposta> {
    return this.unidade.executar(async (tx) => {
      await inativar(tx, ESPECIALIDADE, id, dados.motivo, this.relogio.agora());
      return lerEspecialidade(this.leitura, id);
    });
  }
}
