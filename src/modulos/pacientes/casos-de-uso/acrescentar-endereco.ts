import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Logico } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { DadosDoEndereco } from '../campos-do-paciente.js';
import { acrescentarEndereco, travarDono } from '../persistencia/gravar-endereco.js';
import { type EnderecoResposta, lerEndereco } from './obter-endereco.js';

export class DadosDoNovoEndereco extends DadosDoEndereco {
  @Logico({
    opcional: true,
    exemplo: true,
    descricao: 'Se passa a ser o endereço principal, no lugar do anterior; o primeiro sempre é.',
  })
  principal?: boolean;
}

/** One more address of a patient. */
export class AcrescentarEndereco extends Command<EnderecoResposta> {
  constructor(
    readonly pacienteId: number,
    readonly dados: DadosDoNovoEndereco,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AcrescentarEndereco)
export class AcrescentarEnderecoHandler implements ICommandHandler<AcrescentarEndereco> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({
    pacienteId,
    dados: { principal = false, ...postais },
  }: AcrescentarEndereco): Promise<EnderecoResposta> {
    return this.unidade.executar(async (tx) => {
      const agora = this.relogio.agora();
      await travarDono(tx, pacienteId, agora);
      const id = await acrescentarEndereco(tx, pacienteId, postais, principal, agora);
      return lerEndereco(this.leitura, pacienteId, id);
    });
  }
}
