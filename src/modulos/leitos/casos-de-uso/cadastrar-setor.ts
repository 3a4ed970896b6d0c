import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Inteiro, Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { ANDARES, type CadastroDeSetor, CAPACIDADES, Setor } from '../dominio/setor.entity.js';
import { lerSetor, type SetorResposta } from './obter-setor.js';

export class DadosDoSetor implements CadastroDeSetor {
  @Texto({ max: 120, exemplo: 'Unidade Coronariana', descricao: 'Nome do setor.' }) nome!: string;
  @Inteiro({
    ...ANDARES,
    opcional: true,
    nulo: true,
    exemplo: 2,
    descricao: 'Em que andar fica; os subsolos são negativos.',
  })
  andar?: number | null;

  @Inteiro({
    ...CAPACIDADES,
    opcional: true,
    nulo: true,
    exemplo: 10,
    descricao: 'Quantos leitos comporta; informativo.',
  })
  capacidade?: number | null;

  @Texto({
    max: 120,
    opcional: true,
    nulo: true,
    exemplo: 'Enf. Carla Nunes',
    descricao: 'Quem responde por ele.',
  })
  responsavel?: string | null;
}

/** Registers a setor. */
export class CadastrarSetor extends Command<SetorResposta> {
  constructor(
    readonly dados: DadosDoSetor,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(CadastrarSetor)
export class CadastrarSetorHandler implements ICommandHandler<CadastrarSetor> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ dados }: CadastrarSetor): Promise<SetorResposta> {
    return this.unidade.executar(async (tx) => {
      const setor = Setor.cadastrar(dados, this.relogio.agora());
      await tx.gerente.save(setor);
      return lerSetor(this.leitura, setor.id);
    });
  }
}
