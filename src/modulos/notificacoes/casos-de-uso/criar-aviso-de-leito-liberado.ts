import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Ambiente } from '../../../config/ambiente.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Notificacao } from '../dominio/notificacao.entity.js';
import type { DadosDoLeitoLiberado } from '../emails/leito-liberado.email.js';
import { NotificacoesNoBanco } from '../persistencia/notificacoes-no-banco.js';

/** Owes the operations desk one notice of this bed's becoming free; the same event again owes nothing more. */
export class CriarAvisoDeLeitoLiberado extends Command<void> {
  constructor(
    readonly eventoId: string,
    readonly dados: DadosDoLeitoLiberado,
  ) {
    super();
  }
}

@CommandHandler(CriarAvisoDeLeitoLiberado)
export class CriarAvisoDeLeitoLiberadoHandler implements ICommandHandler<CriarAvisoDeLeitoLiberado> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly notificacoes: NotificacoesNoBanco,
    private readonly ambiente: Ambiente,
    private readonly relogio: Relogio,
  ) {}

  async execute({ eventoId, dados: { leitoId, setorId, em } }: CriarAvisoDeLeitoLiberado): Promise<void> {
    const aviso = Notificacao.paraJa(
      {
        tipo: 'leito-liberado',
        destinatario: this.ambiente.emailDaOperacao,
        referencia: `leito:${leitoId}`,
        ocorrencia: eventoId,
        dados: { leitoId, setorId, em },
      },
      this.relogio.agora(),
    );
    await this.unidade.executar((tx) => this.notificacoes.incluir(tx, aviso));
  }
}
