import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { inativar, type MotivoDaInativacao } from '../../../plataforma/registros/inativacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { CONVENIO } from '../dominio/registro-de-convenios.js';
import { type ConvenioResposta, lerConvenio } from './obter-convenio.js';

/** The insurer may no longer be chosen; who has it already keeps it. */
export class InativarConvenio extends Command<ConvenioResposta> {
  constructor(
    readonly id: number,
    readonly dados: MotivoDaInativacao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(InativarConvenio)
export class InativarConvenioHandler implements ICommandHandler<InativarConvenio> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados }: InativarConvenio): Promise<ConvenioResposta> {
    return this.unidade.executar(async (tx) => {
      await inativar(tx, CONVENIO, id, dados.motivo, this.relogio.agora());
      return lerConvenio(this.leitura, id);
    });
  }
}
