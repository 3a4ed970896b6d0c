import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { reativar } from '../../../plataforma/registros/inativacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { SETOR } from '../dominio/registro-de-setores.js';
import { lerSetor, type SetorResposta } from './obter-setor.js';

/** Puts a setor back in use; its beds stay as they are. */
export class ReativarSetor extends Command<SetorResposta> {
  constructor(
    readonly id: number,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(ReativarSetor)
export class ReativarSetorHandler implements ICommandHandler<ReativarSetor> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id }: ReativarSetor): Promise<SetorResposta> {
    return this.unidade.executar(async (tx) => {
      await reativar(tx, SETOR, id, this.relogio.agora());
      return lerSetor(this.leitura, id);
    });
  }
}
