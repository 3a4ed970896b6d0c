import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { enderecoDoPaciente, temOutroEmUso, travarDono } from '../persistencia/gravar-endereco.js';
import { type EnderecoResposta, lerEndereco } from './obter-endereco.js';

/** The address is in use again: the main one, if there is no other. */
export class ReativarEndereco extends Command<EnderecoResposta> {
  constructor(
    readonly pacienteId: number,
    readonly id: number,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(ReativarEndereco)
export class ReativarEnderecoHandler implements ICommandHandler<ReativarEndereco> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ pacienteId, id }: ReativarEndereco): Promise<EnderecoResposta> {
    return this.unidade.executar(async (tx) => {
      const agora = this.relogio.agora();
      await travarDono(tx, pacienteId, agora);
      const endereco = await enderecoDoPaciente(tx, pacienteId, id);
      endereco.reativar(agora);
      if (!(await temOutroEmUso(tx, pacienteId, id))) endereco.tornarPrincipal();
      await tx.gerente.save(endereco);
      return lerEndereco(this.leitura, pacienteId, id);
    });
  }
}
