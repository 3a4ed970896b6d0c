import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PartialType } from '@nestjs/swagger';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import { ExemploDoCorpo } from '../../../plataforma/http/exemplos-dos-corpos.js';
import { temMudancas } from '../../../plataforma/registros/mudancas.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { SETOR } from '../dominio/registro-de-setores.js';
import { Setor } from '../dominio/setor.entity.js';
import { DadosDoSetor } from './cadastrar-setor.js';
import { lerSetor, type SetorResposta } from './obter-setor.js';

/** Absent keeps; null clears what is optional. */
@ExemploDoCorpo({ responsavel: 'Enf. Carla Nunes' })
export class AlteracaoDoSetor extends PartialType(DadosDoSetor, { skipNullProperties: false }) {}

export class AlterarSetor extends Command<SetorResposta> {
  constructor(
    readonly id: number,
    readonly dados: AlteracaoDoSetor,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AlterarSetor)
export class AlterarSetorHandler implements ICommandHandler<AlterarSetor> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados }: AlterarSetor): Promise<SetorResposta> {
    return this.unidade.executar(async (tx) => {
      if (!temMudancas(dados)) return lerSetor(this.leitura, id);
      const setor = await carregarTravado(tx, Setor, id, () => SETOR.inexistente(id));
      setor.alterar(dados, this.relogio.agora());
      await tx.gerente.save(setor);
      return lerSetor(this.leitura, id);
    });
  }
}
