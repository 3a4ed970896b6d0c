import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Titulares } from '../../pacientes/contrato/titulares.js';
import { Notificacao } from '../dominio/notificacao.entity.js';
import { NotificacoesNoBanco } from '../persistencia/notificacoes-no-banco.js';

/** Owes the person one notice that there is an answer; nothing to who has no e-mail. The same event again owes nothing more. */
export class CriarAvisoDePedidoRespondido extends Command<void> {
  constructor(
    readonly eventoId: string,
    readonly dados: { readonly pedidoId: number; readonly pacienteId: number },
  ) {
    super();
  }
}

@CommandHandler(CriarAvisoDePedidoRespondido)
export class CriarAvisoDePedidoRespondidoHandler implements ICommandHandler<CriarAvisoDePedidoRespondido> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly notificacoes: NotificacoesNoBanco,
    private readonly titulares: Titulares,
    private readonly relogio: Relogio,
  ) {}

  execute({ eventoId, dados: { pedidoId, pacienteId } }: CriarAvisoDePedidoRespondido): Promise<void> {
    return this.unidade.executar(async (tx) => {
      const destinatario = await this.titulares.emailDe(pacienteId);
      if (destinatario === null) return;
      const aviso = Notificacao.paraJa(
        {
          tipo: 'pedido-respondido',
          destinatario,
          referencia: `pedido-de-privacidade:${pedidoId}`,
          ocorrencia: eventoId,
          dados: { pedidoId },
        },
        this.relogio.agora(),
      );
      await this.notificacoes.incluir(tx, aviso);
    });
  }
}
