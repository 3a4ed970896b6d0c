import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Logico } from '../../../plataforma/http/campos.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { DadosDoEndereco } from '../campos-do-paciente.js';
import { Paciente } from '../dominio/paciente.entity.js';
import { PACIENTE } from '../dominio/registro-de-pacientes.js';
import { acrescentarEndereco } from '../persistencia/gravar-endereco.js';
import { enderecoDaLinha, type EnderecoResposta } from './listar-enderecos.js';

export class DadosDoNovoEndereco extends DadosDoEndereco {
  @Logico({
    opcional: true,
    exemplo: true,
    descricao: 'Se passa a ser o endereço atual; o primeiro sempre é.',
  })
  principal?: boolean;
}

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
      await carregarTravado(tx, Paciente, pacienteId, () => PACIENTE.inexistente(pacienteId));
      const id = await acrescentarEndereco(tx, pacienteId, postais, principal, this.relogio.agora());
      const [linha] = await this.leitura.consultar('SELECT * FROM enderecos WHERE id = ?', [id]);
      return enderecoDaLinha(linha!);
    });
  }
}
