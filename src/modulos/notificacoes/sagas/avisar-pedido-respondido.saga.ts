import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { PedidoRespondido } from '../../privacidade/contrato/eventos.js';
import { CriarAvisoDePedidoRespondido } from '../casos-de-uso/criar-aviso-de-pedido-respondido.js';

/** A request about the own data was answered: the person is told that there is an answer. */
@SagaDuravel(PedidoRespondido, 'notificacoes.avisar-pedido-respondido')
export class AvisarPedidoRespondido implements Saga<PedidoRespondido> {
  reagir({ id, dados }: EventoGravado<PedidoRespondido>): CriarAvisoDePedidoRespondido {
    return new CriarAvisoDePedidoRespondido(id, dados);
  }
}
