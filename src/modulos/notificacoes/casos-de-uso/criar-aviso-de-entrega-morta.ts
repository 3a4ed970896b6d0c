import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Ambiente } from '../../../config/ambiente.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Notificacao } from '../dominio/notificacao.entity.js';
import type { DadosDaEntregaMorta } from '../emails/entrega-morta.email.js';
import { NotificacoesNoBanco } from '../persistencia/notificacoes-no-banco.js';

/** Owes the operations desk one notice of this delivery's death; the same event again owes nothing more. */
export class CriarAvisoDeEntregaMorta extends Command<void> {
  constructor(
    readonly eventoId: string,
    readonly dados: DadosDaEntregaMorta,
  ) {
    super();
  }
}

@CommandHandler(CriarAvisoDeEntregaMorta)
export class CriarAvisoDeEntregaMortaHandler implements ICommandHandler<CriarAvisoDeEntregaMorta> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly notificacoes: NotificacoesNoBanco,
    private readonly ambiente: Ambiente,
    private readonly relogio: Relogio,
  ) {}

  async execute({ eventoId, dados }: CriarAvisoDeEntregaMorta): Promise<void> {
    const { entregaId, eventoId: eventoDaEntrega, saga, tentativas, em } = dados;
    const aviso = Notificacao.paraJa(
      {
        tipo: 'entrega-morta',
        destinatario: this.ambiente.emailDaOperacao,
        referencia: `entrega:${entregaId}`,
        ocorrencia: eventoId,
        dados: { entregaId, eventoId: eventoDaEntrega, saga, tentativas, em },
      },
      this.relogio.agora(),
    );
    await this.unidade.executar((tx) => this.notificacoes.incluir(tx, aviso));
  }
}
