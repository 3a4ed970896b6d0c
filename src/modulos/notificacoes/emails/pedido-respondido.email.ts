import { Injectable } from '@nestjs/common';
import type { DadosDaNotificacao } from '../dominio/tipos-de-notificacao.js';
import { Email } from './email.js';

interface PalavrasDoPedidoRespondido {
  readonly pedidoId: number;
}

/** Tells a person that what they asked about their data has an answer, and nothing of it. */
@Injectable()
export class EmailDePedidoRespondido extends Email<PalavrasDoPedidoRespondido> {
  override readonly tipo = 'pedido-respondido';
  override readonly validadeHoras = null;
  override readonly exemplo = { pedidoId: 12 };

  protected override assunto({ pedidoId }: PalavrasDoPedidoRespondido): string {
    return `Seu pedido ${pedidoId} foi respondido`;
  }

  override reunir({ pedidoId }: DadosDaNotificacao): Promise<PalavrasDoPedidoRespondido> {
    return Promise.resolve({ pedidoId: Number(pedidoId) });
  }
}
