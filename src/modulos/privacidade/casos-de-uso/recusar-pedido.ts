import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { exigirQuemResponde } from '../dominio/quem-responde.js';
import { guardarRespostaDoPedido, travarPedido } from '../persistencia/pedidos-no-banco.js';
import { lerPedido, type PedidoResposta } from './obter-pedido.js';

export class DadosDaRecusa {
  @Texto({
    max: 2000,
    exemplo: 'O dado está conforme o documento apresentado na internação.',
    descricao:
      'Por que o pedido não pode ser atendido, para a pessoa ler; nada de clínico, que a recepção e a auditoria também o leem.',
  })
  fundamento!: string;
}

/** Tells the person why not. */
export class RecusarPedido extends Command<PedidoResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDaRecusa,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(RecusarPedido)
export class RecusarPedidoHandler implements ICommandHandler<RecusarPedido> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados, autor }: RecusarPedido): Promise<PedidoResposta> {
    return this.unidade.executar(async (tx) => {
      const pedido = await travarPedido(tx, id);
      exigirQuemResponde(autor, pedido);
      const agora = maisTarde(this.relogio.agora(), pedido.abertoEm);
      pedido.recusar(dados.fundamento, { agora, autorId: autor.usuarioId });
      await guardarRespostaDoPedido(tx, pedido);
      return lerPedido(this.leitura, id);
    });
  }
}
