import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { exigirQuemResponde } from '../dominio/quem-responde.js';
import { guardarRespostaDoPedido, travarPedido } from '../persistencia/pedidos-no-banco.js';
import { lerPedido, type PedidoResposta } from './obter-pedido.js';

export class DadosDaResposta {
  @Texto({
    max: 4000,
    exemplo: 'O nome foi corrigido no cadastro.',
    descricao: 'O que se responde à pessoa.',
  })
  resposta!: string;
}

/** Gives the person the answer. What is corrected is corrected in the register itself, which has its own trail. */
export class AtenderPedido extends Command<PedidoResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDaResposta,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AtenderPedido)
export class AtenderPedidoHandler implements ICommandHandler<AtenderPedido> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados, autor }: AtenderPedido): Promise<PedidoResposta> {
    return this.unidade.executar(async (tx) => {
      const pedido = await travarPedido(tx, id);
      exigirQuemResponde(autor, pedido);
      const agora = maisTarde(this.relogio.agora(), pedido.abertoEm);
      pedido.atender(dados.resposta, { agora, autorId: autor.usuarioId });
      await guardarRespostaDoPedido(tx, pedido);
      return lerPedido(this.leitura, id);
    });
  }
}
