import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { DonosDasContas } from '../../acesso/contrato/donos-das-contas.js';
import { Notificacao } from '../dominio/notificacao.entity.js';
import type { DadosDaNotificacao, TipoDeNotificacao } from '../dominio/tipos-de-notificacao.js';
import { NotificacoesNoBanco } from '../persistencia/notificacoes-no-banco.js';

/** What about an account its owner is told, and because of which event. */
export interface FatoDaConta {
  readonly tipo: TipoDeNotificacao;
  readonly eventoId: string;
  readonly usuarioId: number;
  readonly dados?: DadosDaNotificacao;
}

/** Owes the owner of an account one e-mail about this fact; the same event again owes nothing more. */
export class CriarAvisoDaConta extends Command<void> {
  constructor(readonly fato: FatoDaConta) {
    super();
  }
}

@CommandHandler(CriarAvisoDaConta)
export class CriarAvisoDaContaHandler implements ICommandHandler<CriarAvisoDaConta> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly notificacoes: NotificacoesNoBanco,
    private readonly donos: DonosDasContas,
    private readonly relogio: Relogio,
  ) {}

  async execute({ fato: { tipo, eventoId, usuarioId, dados } }: CriarAvisoDaConta): Promise<void> {
    await this.unidade.executar(async (tx) => {
      const destinatario = await this.donos.enderecoDe(usuarioId);
      if (destinatario === null) return;
      const aviso = Notificacao.paraJa(
        {
          tipo,
          destinatario,
          referencia: `usuario:${usuarioId}`,
          ocorrencia: eventoId,
          dados: { usuarioId, ...dados },
        },
        this.relogio.agora(),
      );
      await this.notificacoes.incluir(tx, aviso);
    });
  }
}
