import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import { Texto } from '../../../plataforma/http/campos.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { USUARIO } from '../dominio/registro-de-usuarios.js';
import { Usuario } from '../dominio/usuario.entity.js';
import { encerrarAcessos } from '../persistencia/encerrar-acessos.js';
import { exigirUsuario, type UsuarioResposta } from '../persistencia/ler-usuario.js';
import { SegundosFatores } from '../persistencia/segundos-fatores.js';

export class MotivoDaRetirada {
  @Texto({
    max: 300,
    exemplo: 'Perdeu o celular; identidade conferida no balcão.',
    descricao: 'Por que se retira, e como se soube que o pedido é da própria pessoa.',
  })
  motivo!: string;
}

/** An administrator lets in, with the password alone, who has lost the telephone and the codes. All sessions end. */
export class RetirarSegundoFator extends Command<UsuarioResposta> {
  constructor(
    readonly id: number,
    readonly dados: MotivoDaRetirada,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(RetirarSegundoFator)
export class RetirarSegundoFatorHandler implements ICommandHandler<RetirarSegundoFator> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly segundosFatores: SegundosFatores,
  ) {}

  execute({ id, dados: { motivo } }: RetirarSegundoFator): Promise<UsuarioResposta> {
    return this.unidade.executar(async (tx) => {
      await carregarTravado(tx, Usuario, id, () => USUARIO.inexistente(id));
      if (!(await this.segundosFatores.encerrar(tx, id, motivo)))
        throw conflito('ACESSO.SEM_SEGUNDO_FATOR', `O usuário ${id} não tem segundo fator.`);
      await encerrarAcessos(tx, id, { motivo: 'SEGUNDO_FATOR' });
      return exigirUsuario(this.leitura, id);
    });
  }
}
