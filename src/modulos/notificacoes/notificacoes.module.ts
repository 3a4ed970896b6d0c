import { Module } from '@nestjs/common';
import { Ambiente } from '../../config/ambiente.js';
import { CorreioModule } from '../../plataforma/correio/correio.module.js';
import { CriarAvisoDeAcessoDeEmergenciaHandler } from './casos-de-uso/criar-aviso-de-acesso-de-emergencia.js';
import { AvisarAcessoDeEmergencia } from './sagas/avisar-acesso-de-emergencia.saga.js';
import { CriarAvisoDaContaHandler } from './casos-de-uso/criar-aviso-da-conta.js';
import { CriarAvisoDeEntregaMortaHandler } from './casos-de-uso/criar-aviso-de-entrega-morta.js';
import { CriarAvisoDeLeitoLiberadoHandler } from './casos-de-uso/criar-aviso-de-leito-liberado.js';
import { CriarAvisoDePedidoRespondidoHandler } from './casos-de-uso/criar-aviso-de-pedido-respondido.js';
import { ListarNotificacoesHandler } from './casos-de-uso/listar-notificacoes.js';
import { ObterNotificacaoHandler } from './casos-de-uso/obter-notificacao.js';
import { ReenviarNotificacaoHandler } from './casos-de-uso/reenviar-notificacao.js';
import { PROVEDORES_DOS_EMAILS } from './emails/emails.js';
import { Carteiro } from './envio/carteiro.js';
import { EnviadorDeNotificacoes, ENVIO_LIGADO } from './envio/enviador-de-notificacoes.js';
import { FilaDeEnvio } from './envio/fila-de-envio.js';
import { SinalDeEnvio } from './envio/sinal-de-envio.js';
import { INVARIANTES_DAS_NOTIFICACOES } from './invariantes/invariantes-das-notificacoes.js';
import { NotificacoesController } from './notificacoes.controller.js';
import { NotificacoesNoBanco } from './persistencia/notificacoes-no-banco.js';
import { AvisarEntregaMorta } from './sagas/avisar-entrega-morta.saga.js';
import { AvisarPedidoRespondido } from './sagas/avisar-pedido-respondido.saga.js';
import { AvisarLeitoLiberado } from './sagas/avisar-leito-liberado.saga.js';
import { MandarVerificacao } from './sagas/mandar-verificacao.saga.js';
import { MandarVerificacaoDeNovo } from './sagas/mandar-verificacao-de-novo.saga.js';
import { DarBoasVindas } from './sagas/dar-boas-vindas.saga.js';
import { MandarRedefinicao } from './sagas/mandar-redefinicao.saga.js';
import { AvisarSenhaTrocada } from './sagas/avisar-senha-trocada.saga.js';
import { AvisarCadastroRepetido } from './sagas/avisar-cadastro-repetido.saga.js';
import { DADOS_DAS_NOTIFICACOES } from './persistencia/dados-das-notificacoes.js';

/** Tells people what happened: the ledger of notices, and their sending by e-mail. */
@Module({
  imports: [CorreioModule],
  controllers: [NotificacoesController],
  providers: [
    { provide: ENVIO_LIGADO, inject: [Ambiente], useFactory: ({ papel }: Ambiente) => papel !== 'api' },
    NotificacoesNoBanco,
    SinalDeEnvio,
    FilaDeEnvio,
    Carteiro,
    EnviadorDeNotificacoes,
    ...PROVEDORES_DOS_EMAILS,
    AvisarLeitoLiberado,
    AvisarEntregaMorta,
    AvisarPedidoRespondido,
    AvisarAcessoDeEmergencia,
    MandarVerificacao,
    MandarVerificacaoDeNovo,
    DarBoasVindas,
    MandarRedefinicao,
    AvisarSenhaTrocada,
    AvisarCadastroRepetido,
    CriarAvisoDaContaHandler,
    CriarAvisoDeAcessoDeEmergenciaHandler,
    CriarAvisoDeLeitoLiberadoHandler,
    CriarAvisoDeEntregaMortaHandler,
    CriarAvisoDePedidoRespondidoHandler,
    ListarNotificacoesHandler,
    ObterNotificacaoHandler,
    ReenviarNotificacaoHandler,
    DADOS_DAS_NOTIFICACOES,
    INVARIANTES_DAS_NOTIFICACOES,
  ],
})
export class NotificacoesModule {}
