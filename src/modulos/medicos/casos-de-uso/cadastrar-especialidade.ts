import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Especialidade } from '../dominio/especialidade.entity.js';
import { REPETICOES } from '../dominio/registros-de-medicos.js';
import { type EspecialidadeResposta, lerEspecialidade } from './obter-especialidade.js';

export class DadosDaEspecialidade {
  @Texto({ max: 80, exemplo: 'Cardiologia', descricao: 'Nome da especialidade, único.' }) nome!: string;
}

export class CadastrarEspecialidade extends Command<EspecialidadeResposta> {
  constructor(
    readonly dados: DadosDaEspecialidade,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(CadastrarEspecialidade)
export class CadastrarEspecialidadeHandler implements ICommandHandler<CadastrarEspecialidade> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ dados }: CadastrarEspecialidade): Promise<EspecialidadeResposta> {
    return this.unidade.executar(async (tx) => {
      const especialidade = Especialidade.cadastrar(dados.nome, this.relogio.agora());
      await seDuplicar(REPETICOES, () => tx.gerente.save(especialidade));
      return lerEspecialidade(this.leitura, especialidade.id);
    });
  }
}
