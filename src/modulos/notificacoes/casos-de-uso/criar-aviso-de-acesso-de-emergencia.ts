import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Ambiente } from '../../../config/ambiente.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Notificacao } from '../dominio/notificacao.entity.js';
import type { DadosDoAcessoDeEmergencia } from '../emails/acesso-de-emergencia.email.js';
import { NotificacoesNoBanco } from '../persistencia/notificacoes-no-banco.js';

/** Owes the privacy officer one notice of this emergency access; the same event again owes nothing more. */
export class CriarAvisoDeAcessoDeEmergencia extends Command<void> {
  constructor(
    readonly eventoId: string,
    readonly dados: DadosDoAcessoDeEmergencia,
  ) {
    super();
  }
}

@CommandHandler(CriarAvisoDeAcessoDeEmergencia)
export class CriarAvisoDeAcessoDeEmergenciaHandler implements ICommandHandler<CriarAvisoDeAcessoDeEmergencia> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly notificacoes: NotificacoesNoBanco,
    private readonly ambiente: Ambiente,
    private readonly relogio: Relogio,
  ) {}

  async execute({ eventoId, dados }: CriarAvisoDeAcessoDeEmergencia): Promise<void> {
    const { acessoId, usuarioId, pacienteId, em, ate } = dados;
    const aviso = Notificacao.paraJa(
      {
        tipo: 'acesso-de-emergencia',
        destinatario: this.ambiente.emailDaPrivacidade,
        referencia: `acesso-de-emergencia:${acessoId}`,
        ocorrencia: eventoId,
        dados: { acessoId, usuarioId, pacienteId, em, ate },
      },
      this.relogio.agora(),
    );
    await this.unidade.executar((tx) => this.notificacoes.incluir(tx, aviso));
  }
}
