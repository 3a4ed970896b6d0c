import { Evento, EventoDeDominio } from '../../../plataforma/eventos/evento.js';

type DadosDoPedidoRespondido = { pedidoId: number; pacienteId: number; status: string; em: string };

/** A request about the own data was answered; what was asked and answered is not told. */
@Evento<DadosDoPedidoRespondido>({
  tipo: 'privacidade.pedido-respondido',
  versao: 1,
  descricao: 'Um pedido de uma pessoa sobre os seus dados foi atendido ou recusado.',
  campos: {
    pedidoId: 'pedido',
    pacienteId: 'de quem são os dados',
    status: 'ATENDIDO ou RECUSADO',
    em: 'quando foi respondido',
  },
})
export class PedidoRespondido extends EventoDeDominio<DadosDoPedidoRespondido> {}
