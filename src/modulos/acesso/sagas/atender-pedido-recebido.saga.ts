import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { AtenderPedido } from '../casos-de-uso/atender-pedido.js';
import { PedidoRecebido } from '../contrato/eventos.js';

/** Something was asked about an account: what it deserves is done after whoever asked has had the answer. */
@SagaDuravel(PedidoRecebido, 'acesso.atender-pedido-recebido')
export class AtenderPedidoRecebido implements Saga<PedidoRecebido> {
  reagir({ dados }: EventoGravado<PedidoRecebido>): AtenderPedido {
    return new AtenderPedido(dados.pedidoId);
  }
}
