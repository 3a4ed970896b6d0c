import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { reativar } from '../../../plataforma/registros/inativacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { CONVENIO } from '../dominio/registro-de-convenios.js';
import { type ConvenioResposta, lerConvenio } from './obter-convenio.js';

/** The insurer may be chosen again. */
export class ReativarConvenio extends Command<ConvenioResposta> {
  constructor(
    readonly id: number,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(ReativarConvenio)
export class ReativarConvenioHandler implements ICommandHandler<ReativarConvenio> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id }: ReativarConvenio): Promise<ConvenioResposta> {
    return this.unidade.executar(async (tx) => {
      await reativar(tx, CONVENIO, id, this.relogio.agora());
      return lerConvenio(this.leitura, id);
    });
  }
}
