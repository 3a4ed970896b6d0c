import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { MotivoDaInativacao } from '../../../plataforma/registros/inativacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { enderecoDoPaciente, temOutroEmUso, travarDono } from '../persistencia/gravar-endereco.js';
import { type EnderecoResposta, lerEndereco } from './obter-endereco.js';

/**
 * The patient is not found there any more. The main one goes only after all others (409 `ENDERECO.PRINCIPAL`):
 * which of them takes its place is for people to say.
 */
export class InativarEndereco extends Command<EnderecoResposta> {
  constructor(
    readonly pacienteId: number,
    readonly id: number,
    readonly dados: MotivoDaInativacao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(InativarEndereco)
export class InativarEnderecoHandler implements ICommandHandler<InativarEndereco> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ pacienteId, id, dados }: InativarEndereco): Promise<EnderecoResposta> {
    return this.unidade.executar(async (tx) => {
      const agora = this.relogio.agora();
      await travarDono(tx, pacienteId, agora);
      const endereco = await enderecoDoPaciente(tx, pacienteId, id);
      if (await temOutroEmUso(tx, pacienteId, id)) endereco.exigirQueNaoSejaPrincipal();
      endereco.inativar(dados.motivo, agora);
      await tx.gerente.save(endereco);
      return lerEndereco(this.leitura, pacienteId, id);
    });
  }
}
