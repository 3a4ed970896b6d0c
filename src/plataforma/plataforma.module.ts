import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule, Reflector } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../banco/unidade-de-trabalho.js';
import { Ambiente } from '../config/ambiente.js';
import { Agendador } from './agendador/agendador.js';
import { GravadorDeAuditoria } from './auditoria/gravador-de-auditoria.js';
import { MutacoesAuditadas } from './auditoria/mutacoes-auditadas.js';
import { chaveDosSelos } from './auditoria/elo.js';
import { Selador } from './auditoria/selador.js';
import { CHAVE_DOS_SELOS, Selagem } from './auditoria/selagem.js';
import { RegistroDeAuditoria } from './auditoria/registro-de-auditoria.js';
import { Demonstracao } from './demonstracao/demonstracao.js';
import { EstadosController } from './dominio/estados.controller.js';
import { EntregasController } from './eventos/entregas.controller.js';
import { EventosController } from './eventos/eventos.controller.js';
import { ExecutorDeEntregas } from './eventos/executor-de-entregas.js';
import { FilaDeEntregas } from './eventos/fila-de-entregas.js';
import { GravadorDeEventos } from './eventos/gravador-de-eventos.js';
import { ListarEntregasHandler } from './eventos/listar-entregas.js';
import { ListarEventosHandler } from './eventos/listar-eventos.js';
import { Numerador } from './eventos/numerador.js';
import { PublicadorDeEventos } from './eventos/publicador-de-eventos.js';
import { RegistroDeSagas } from './eventos/registro-de-sagas.js';
import { REACOES_EM_PARALELO, Rele, RELE_LIGADO, TIQUE_DO_RELE } from './eventos/rele.js';
import { ObterEntregaHandler } from './eventos/obter-entrega.js';
import { ReprocessarEntregaHandler } from './eventos/reprocessar-entrega.js';
import { SinalDeEventos } from './eventos/sinal-de-eventos.js';
import { ComandosInterceptados } from './http/comandos-interceptados.js';
import { FiltroDeErros } from './http/filtro-de-erros.js';
import { EsquecerChaves } from './http/idempotencia/esquecer-chaves.tarefa.js';
import { Idempotencia } from './http/idempotencia/idempotencia.js';
import { ParametrosValidados } from './http/parametros-validados.js';
import { SemConsulta } from './http/sem-consulta.js';
import { Validacao } from './http/validacao.js';
import { VisaoDasRespostas } from './http/visao-das-respostas.js';
import { Versoes } from './http/versoes.js';
import { Auditor } from './invariantes/auditor.js';
import { INVARIANTES_DA_PLATAFORMA } from './invariantes/invariantes-da-plataforma.js';
import { InvariantesController } from './invariantes/invariantes.controller.js';
import { ListarInvariantesHandler } from './invariantes/listar-invariantes.js';
import { Metricas } from './observabilidade/metricas/metricas.js';
import { MetricasController } from './observabilidade/metricas/metricas.controller.js';
import { MetricasDoProcesso } from './observabilidade/metricas/metricas-do-processo.js';
import { VersaoController } from './observabilidade/versao.controller.js';
import { NIVEL_DE_LOG, Registrador } from './observabilidade/registrador.js';
import { SaudeController } from './observabilidade/saude.controller.js';
import { Prontidao } from './observabilidade/prontidao.js';
import { DADOS_DA_PLATAFORMA } from './privacidade/dados-da-plataforma.js';
import { AcervoDoTitular } from './privacidade/acervo-do-titular.js';
import { AcessosRevogados } from './seguranca/acessos-revogados.js';
import { Cofre } from './seguranca/cofre.js';
import { DonosDosRegistros } from './seguranca/donos-dos-registros.js';
import { GuardaDeAcesso } from './seguranca/guarda-de-acesso.js';
import { EsquecerLimites } from './seguranca/limites/esquecer-limites.tarefa.js';
import { LimitesDeAcesso } from './seguranca/limites/limites-de-acesso.js';
import { Revogacoes, SERVE_HTTP } from './seguranca/revogacoes.js';
import { RotasDeclaradas } from './seguranca/rotas-declaradas.js';
import { Senhas } from './seguranca/senhas.js';
import { TokensDeAcesso } from './seguranca/tokens-de-acesso.js';
import { VisaoClinica } from './seguranca/visao-clinica.js';
import { RelogioController } from './tempo/relogio.controller.js';
import { Relogio, RelogioDoSistema, RelogioMovel } from './tempo/relogio.js';

/** What every module stands on and no module is named in. */
@Global()
@Module({
  imports: [CqrsModule.forRoot(), DiscoveryModule],
  controllers: [
    SaudeController,
    VersaoController,
    MetricasController,
    EstadosController,
    EventosController,
    EntregasController,
    InvariantesController,
    RelogioController,
  ],
  providers: [
    { provide: NIVEL_DE_LOG, inject: [Ambiente], useFactory: (a: Ambiente) => a.nivelDeLog },
    {
      provide: Relogio,
      inject: [Ambiente, { token: Demonstracao, optional: true }],
      useFactory: (a: Ambiente, demonstracao: Demonstracao = Demonstracao.NENHUMA) =>
        (a.relogioMovel ?? demonstracao.ativa)
          ? new RelogioMovel(demonstracao.adiantadoMs)
          : new RelogioDoSistema(),
    },
    {
      provide: TokensDeAcesso,
      inject: [Ambiente, Relogio, AcessosRevogados],
      useFactory: (a: Ambiente, relogio: Relogio, revogados: AcessosRevogados) =>
        new TokensDeAcesso(a.jwtSegredo, relogio, revogados),
    },
    { provide: SERVE_HTTP, inject: [Ambiente], useFactory: (a: Ambiente) => a.papel !== 'worker' },
    { provide: RELE_LIGADO, inject: [Ambiente], useFactory: (a: Ambiente) => a.papel !== 'api' },
    {
      provide: TIQUE_DO_RELE,
      inject: [Ambiente],
      // What is stored in a worker's own process wakes it; of what the others store nobody tells it.
      useFactory: (a: Ambiente) => (a.papel === 'worker' ? 50 : 500),
    },
    {
      provide: REACOES_EM_PARALELO,
      inject: [Ambiente],
      // Half of the connections are left to those who wait for an answer.
      useFactory: (a: Ambiente) => Math.min(12, Math.floor(a.banco.conexoes / 2)),
    },
    { provide: APP_FILTER, useExisting: FiltroDeErros },
    {
      provide: APP_GUARD,
      inject: [Reflector, TokensDeAcesso, DonosDosRegistros],
      useFactory: (r: Reflector, t: TokensDeAcesso, d: DonosDosRegistros) => new GuardaDeAcesso(r, t, d),
    },
    AcessosRevogados,
    Revogacoes,
    DonosDosRegistros,
    VisaoClinica,
    VisaoDasRespostas,
    { provide: Cofre, inject: [Ambiente], useFactory: (a: Ambiente) => new Cofre(a) },
    Idempotencia,
    Versoes,
    ComandosInterceptados,
    ParametrosValidados,
    SemConsulta,
    Validacao,
    Registrador,
    FiltroDeErros,
    UnidadeDeTrabalho,
    RegistroDeSagas,
    SinalDeEventos,
    GravadorDeEventos,
    GravadorDeAuditoria,
    RegistroDeAuditoria,
    MutacoesAuditadas,
    {
      provide: CHAVE_DOS_SELOS,
      inject: [Ambiente],
      useFactory: (a: Ambiente) => chaveDosSelos(a.auditoriaSegredo),
    },
    Selagem,
    Selador,
    FilaDeEntregas,
    ExecutorDeEntregas,
    Numerador,
    PublicadorDeEventos,
    Rele,
    Agendador,
    EsquecerChaves,
    EsquecerLimites,
    LimitesDeAcesso,
    Prontidao,
    Metricas,
    MetricasDoProcesso,
    RotasDeclaradas,
    Senhas,
    ListarEventosHandler,
    ListarEntregasHandler,
    ObterEntregaHandler,
    ReprocessarEntregaHandler,
    AcervoDoTitular,
    Auditor,
    ListarInvariantesHandler,
    INVARIANTES_DA_PLATAFORMA,
    DADOS_DA_PLATAFORMA,
  ],
  exports: [
    CqrsModule,
    DonosDosRegistros,
    VisaoClinica,
    Registrador,
    FiltroDeErros,
    Relogio,
    TokensDeAcesso,
    AcervoDoTitular,
    AcessosRevogados,
    Cofre,
    LimitesDeAcesso,
    Senhas,
    UnidadeDeTrabalho,
    SinalDeEventos,
    RegistroDeSagas,
    RegistroDeAuditoria,
    Metricas,
  ],
})
export class PlataformaModule {}
