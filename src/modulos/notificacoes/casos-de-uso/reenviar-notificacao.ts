import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { NotificacoesNoBanco } from '../persistencia/notificacoes-no-banco.js';
import { lerNotificacao, type NotificacaoResposta } from './obter-notificacao.js';

/** Queues again a notice that was given up, with all its attempts; any other is a conflict. */
export class ReenviarNotificacao extends Command<NotificacaoResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@CommandHandler(ReenviarNotificacao)
export class ReenviarNotificacaoHandler implements ICommandHandler<ReenviarNotificacao> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly notificacoes: NotificacoesNoBanco,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id }: ReenviarNotificacao): Promise<NotificacaoResposta> {
    return this.unidade.executar(async (tx) => {
      const notificacao = await this.notificacoes.carregar(tx, id);
      if (notificacao) {
        notificacao.reenviar(this.relogio.agora());
        await this.notificacoes.gravar(tx, notificacao);
        await this.notificacoes.enfileirar(tx, notificacao);
      }
      return lerNotificacao(this.leitura, id);
    });
  }
}
