import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Texto } from '../../../plataforma/http/campos.js';
import { ExemploDoCorpo } from '../../../plataforma/http/exemplos-dos-corpos.js';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import { temMudancas } from '../../../plataforma/registros/mudancas.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Especialidade } from '../dominio/especialidade.entity.js';
import { ESPECIALIDADE, REPETICOES } from '../dominio/registros-de-medicos.js';
import { type EspecialidadeResposta, lerEspecialidade } from './obter-especialidade.js';

@ExemploDoCorpo({ nome: 'Medicina Interna' })
export class AlteracaoDaEspecialidade {
  @Texto({ max: 80, opcional: true, exemplo: 'Clínica médica', descricao: 'Nome da especialidade, único.' })
  nome?: string;
}

export class AlterarEspecialidade extends Command<EspecialidadeResposta> {
  constructor(
    readonly id: number,
    readonly dados: AlteracaoDaEspecialidade,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AlterarEspecialidade)
export class AlterarEspecialidadeHandler implements ICommandHandler<AlterarEspecialidade> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados }: AlterarEspecialidade): Promise<EspecialidadeResposta> {
    return this.unidade.executar(async (tx) => {
      if (!temMudancas(dados)) return lerEspecialidade(this.leitura, id);
      const especialidade = await carregarTravado(tx, Especialidade, id, () => ESPECIALIDADE.inexistente(id));
      especialidade.renomear(dados.nome ?? especialidade.nome, this.relogio.agora());
      await seDuplicar(REPETICOES, () => tx.gerente.save(especialidade));
      return lerEspecialidade(this.leitura, id);
    });
  }
}
