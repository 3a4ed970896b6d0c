import { Entrega, EntregaPronta } from './plataforma/eventos/entrega.entity.js';
import { ChaveDeIdempotencia } from './plataforma/http/idempotencia/chave-de-idempotencia.entity.js';
import { DemonstracaoGravada } from './plataforma/demonstracao/demonstracao-gravada.entity.js';
import { DemonstracaoCriaMarca1790000000770 } from '../migrations/1790000000770-demonstracao-cria-marca.js';
import { AcessoDeDemonstracao } from './modulos/acesso/dominio/acesso-de-demonstracao.entity.js';
import { VezDaTarefa } from './plataforma/agendador/vez-da-tarefa.entity.js';
import { PlataformaCriaChavesEVezes1790000000750 } from '../migrations/1790000000750-plataforma-cria-chaves-e-vezes.js';
import { ContaDesligada } from './modulos/acesso/dominio/conta-desligada.entity.js';
import { PedidoDeAcesso } from './modulos/acesso/dominio/pedido-de-acesso.entity.js';
import { CodigoDeAcesso } from './modulos/acesso/dominio/codigo-de-acesso.entity.js';
import { AcessoCriaPedidosECodigos1790000000800 } from '../migrations/1790000000800-acesso-cria-pedidos-e-codigos.js';
import { AcessoGuardaContasDesligadas1790000000802 } from '../migrations/1790000000802-acesso-guarda-contas-desligadas.js';
import { AcessoUmUsuarioPorPaciente1790000000801 } from '../migrations/1790000000801-acesso-um-usuario-por-paciente.js';
import { PapelDoUsuario, Usuario } from './modulos/acesso/dominio/usuario.entity.js';
import { EventoGravadoEntidade, SequenciaDeEventos } from './plataforma/eventos/evento-gravado.entity.js';
import { PlataformaCriaEventos1790000000100 } from '../migrations/1790000000100-plataforma-cria-eventos.js';
import { AcessoVinculaUsuarios1790000000460 } from '../migrations/1790000000460-acesso-vincula-usuarios.js';
import { AcessoCriaUsuarios1790000000250 } from '../migrations/1790000000250-acesso-cria-usuarios.js';
import { DiariaDoHospital, Hospital } from './modulos/hospital/dominio/hospital.entity.js';
import { HospitalCriaPoliticas1790000000200 } from '../migrations/1790000000200-hospital-cria-politicas.js';
import { Convenio, DiariaDoConvenio } from './modulos/convenios/dominio/convenio.entity.js';
import { ConveniosCriaConvenios1790000000350 } from '../migrations/1790000000350-convenios-cria-convenios.js';
import { Notificacao } from './modulos/notificacoes/dominio/notificacao.entity.js';
import { NotificacaoNaFila } from './modulos/notificacoes/dominio/notificacao-na-fila.entity.js';
import { NotificacoesCriaNotificacoes1790000000650 } from '../migrations/1790000000650-notificacoes-cria-notificacoes.js';
import { MensagemLocal } from './plataforma/correio/mensagem-local.entity.js';
import { CorreioCriaCaixaLocal1790000000660 } from '../migrations/1790000000660-correio-cria-caixa-local.js';
import { CorreioGuardaOQueSeBusca1790000000780 } from '../migrations/1790000000780-correio-guarda-o-que-se-busca.js';
import { Especialidade, EspecialidadeDoMedico } from './modulos/medicos/dominio/especialidade.entity.js';
import { Medico, RegistroDoMedico } from './modulos/medicos/dominio/medico.entity.js';
import { MedicosCriaMedicos1790000000450 } from '../migrations/1790000000450-medicos-cria-medicos.js';
import { AlergiaDoPaciente, Paciente } from './modulos/pacientes/dominio/paciente.entity.js';
import { Endereco } from './modulos/pacientes/dominio/endereco.entity.js';
import { PacientesCriaPacientes1790000000400 } from '../migrations/1790000000400-pacientes-cria-pacientes.js';
import { BloqueioDoLeito } from './modulos/leitos/dominio/bloqueio-do-leito.entity.js';
import { HistoricoDoLeito } from './modulos/leitos/dominio/historico-do-leito.entity.js';
import { Leito } from './modulos/leitos/dominio/leito.entity.js';
import { PeriodoDoLeito } from './modulos/leitos/dominio/periodo-do-leito.entity.js';
import { Setor } from './modulos/leitos/dominio/setor.entity.js';
import { Ocupacao } from './modulos/leitos/dominio/ocupacao.entity.js';
import { OcupacaoAnulada } from './modulos/leitos/dominio/ocupacao-anulada.entity.js';
import { PlanoDoLeito } from './modulos/leitos/dominio/plano-do-leito.entity.js';
import { LeitosCriaPlanosEAnuladas1790000000700 } from '../migrations/1790000000700-leitos-cria-planos-e-anuladas.js';
import { LeitosCriaOcupacoes1790000000550 } from '../migrations/1790000000550-leitos-cria-ocupacoes.js';
import { LeitosIndexaLeituras1790000000740 } from '../migrations/1790000000740-leitos-indexa-leituras.js';
import { LeitosContaOQueFoiTarde1790000000760 } from '../migrations/1790000000760-leitos-conta-o-que-foi-tarde.js';
import { LeitosCriaSetoresELeitos1790000000300 } from '../migrations/1790000000300-leitos-cria-setores-e-leitos.js';
import { Internacao } from './modulos/internacoes/dominio/internacao.entity.js';
import { Movimentacao } from './modulos/internacoes/dominio/movimentacao.entity.js';
import { InternacoesCriaInternacoes1790000000500 } from '../migrations/1790000000500-internacoes-cria-internacoes.js';
import { InternacoesCompletaAEstadia1790000000710 } from '../migrations/1790000000710-internacoes-completa-a-estadia.js';
import { Conta } from './modulos/financeiro/dominio/conta.entity.js';
import { Lancamento } from './modulos/financeiro/dominio/lancamento.entity.js';
import { LinhaDoLancamento } from './modulos/financeiro/dominio/linha-do-lancamento.entity.js';
import { HistoricoDoLancamento } from './modulos/financeiro/dominio/historico-do-lancamento.entity.js';
import { FinanceiroGuardaHistoricoEEstornos1790000000720 } from '../migrations/1790000000720-financeiro-guarda-historico-e-estornos.js';
import { RegistrosCompletaCadastros1790000000730 } from '../migrations/1790000000730-registros-completa-cadastros.js';
import { FinanceiroCriaContasELancamentos1790000000600 } from '../migrations/1790000000600-financeiro-cria-contas-e-lancamentos.js';
import { LimiteDeAcesso } from './plataforma/seguranca/limites/limite-de-acesso.entity.js';
import { PlataformaCriaLimitesDeAcesso1790000000811 } from '../migrations/1790000000811-plataforma-cria-limites-de-acesso.js';
import { HospitalEscolheComoSeEntra1790000000810 } from '../migrations/1790000000810-hospital-escolhe-como-se-entra.js';
import { AcessoCriaSessoes1790000000790 } from '../migrations/1790000000790-acesso-cria-sessoes.js';
import { HospitalLimitaSessoes1790000000791 } from '../migrations/1790000000791-hospital-limita-sessoes.js';
import { PlataformaCriaAcessosRevogados1790000000792 } from '../migrations/1790000000792-plataforma-cria-acessos-revogados.js';
import { Sessao } from './modulos/acesso/dominio/sessao.entity.js';
import { TokenDeRenovacao } from './modulos/acesso/dominio/token-de-renovacao.entity.js';
import { AcessoRevogado } from './plataforma/seguranca/acesso-revogado.entity.js';
import { LinhaDaAuditoria } from './plataforma/auditoria/linha-da-auditoria.entity.js';
import { CadeiaDaAuditoria, SeloDaAuditoria } from './plataforma/auditoria/selo-da-auditoria.entity.js';
import { AuditoriaCriaSelos1790000000831 } from '../migrations/1790000000831-auditoria-cria-selos.js';
import { AuditoriaIndexaPorInstante1790000000832 } from '../migrations/1790000000832-auditoria-indexa-por-instante.js';
import { AuditoriaCriaTrilha1790000000830 } from '../migrations/1790000000830-auditoria-cria-trilha.js';
import { AcessoLigaUsuariosASetores1790000000820 } from '../migrations/1790000000820-acesso-liga-usuarios-a-setores.js';
import { CuidadosCriaVinculos1790000000821 } from '../migrations/1790000000821-cuidados-cria-vinculos.js';
import { InternacoesIndexaMedicos1790000000822 } from '../migrations/1790000000822-internacoes-indexa-medicos.js';
import { SetorDoUsuario } from './modulos/acesso/dominio/setor-do-usuario.entity.js';
import { VinculoDeCuidado } from './modulos/cuidados/dominio/vinculo-de-cuidado.entity.js';
import { PedidoDePrivacidade } from './modulos/privacidade/dominio/pedido.entity.js';
import { PrivacidadeCriaPedidos1790000000840 } from '../migrations/1790000000840-privacidade-cria-pedidos.js';
import { AcessoDistingueSenhaDeCadastro1790000000850 } from '../migrations/1790000000850-acesso-distingue-senha-de-cadastro.js';
import { InternacoesIndexaAbertasPorSetor1790000000853 } from '../migrations/1790000000853-internacoes-indexa-abertas-por-setor.js';
import { ListasRarasIndexadas1790000000854 } from '../migrations/1790000000854-listas-raras-indexadas.js';
import { CodigoDeRecuperacao, SegundoFator } from './modulos/acesso/dominio/segundo-fator.entity.js';
import { AcessoCriaSegundosFatores1790000000812 } from '../migrations/1790000000812-acesso-cria-segundos-fatores.js';

/** Every table, by the module that owns it. */
export const ENTIDADES = [
  EventoGravadoEntidade,
  SequenciaDeEventos,
  Entrega,
  EntregaPronta,
  ChaveDeIdempotencia,
  VezDaTarefa,
  DemonstracaoGravada,
  Usuario,
  PapelDoUsuario,
  AcessoDeDemonstracao,
  Hospital,
  DiariaDoHospital,
  Convenio,
  DiariaDoConvenio,
  Notificacao,
  NotificacaoNaFila,
  MensagemLocal,
  Especialidade,
  EspecialidadeDoMedico,
  Medico,
  RegistroDoMedico,
  Paciente,
  AlergiaDoPaciente,
  Endereco,
  Setor,
  Leito,
  HistoricoDoLeito,
  BloqueioDoLeito,
  PeriodoDoLeito,
  Ocupacao,
  OcupacaoAnulada,
  PlanoDoLeito,
  Internacao,
  Movimentacao,
  Conta,
  Lancamento,
  LinhaDoLancamento,
  HistoricoDoLancamento,
  LimiteDeAcesso,
  SegundoFator,
  CodigoDeRecuperacao,
  Sessao,
  TokenDeRenovacao,
  AcessoRevogado,
  LinhaDaAuditoria,
  PedidoDeAcesso,
  CodigoDeAcesso,
  SetorDoUsuario,
  VinculoDeCuidado,
  PedidoDePrivacidade,
  SeloDaAuditoria,
  CadeiaDaAuditoria,
  ContaDesligada,
];

/** Every migration, in order. */
export const MIGRACOES = [
  PlataformaCriaEventos1790000000100,
  AcessoCriaUsuarios1790000000250,
  AcessoVinculaUsuarios1790000000460,
  HospitalCriaPoliticas1790000000200,
  ConveniosCriaConvenios1790000000350,
  NotificacoesCriaNotificacoes1790000000650,
  CorreioCriaCaixaLocal1790000000660,
  MedicosCriaMedicos1790000000450,
  PacientesCriaPacientes1790000000400,
  LeitosCriaSetoresELeitos1790000000300,
  LeitosCriaOcupacoes1790000000550,
  InternacoesCriaInternacoes1790000000500,
  InternacoesCompletaAEstadia1790000000710,
  FinanceiroCriaContasELancamentos1790000000600,
  FinanceiroGuardaHistoricoEEstornos1790000000720,
  RegistrosCompletaCadastros1790000000730,
  LeitosCriaPlanosEAnuladas1790000000700,
  LeitosIndexaLeituras1790000000740,
  PlataformaCriaChavesEVezes1790000000750,
  LeitosContaOQueFoiTarde1790000000760,
  DemonstracaoCriaMarca1790000000770,
  CorreioGuardaOQueSeBusca1790000000780,
  HospitalEscolheComoSeEntra1790000000810,
  PlataformaCriaLimitesDeAcesso1790000000811,
  AcessoCriaSegundosFatores1790000000812,
  AcessoCriaSessoes1790000000790,
  HospitalLimitaSessoes1790000000791,
  PlataformaCriaAcessosRevogados1790000000792,
  AuditoriaCriaTrilha1790000000830,
  AcessoCriaPedidosECodigos1790000000800,
  AcessoUmUsuarioPorPaciente1790000000801,
  AcessoLigaUsuariosASetores1790000000820,
  CuidadosCriaVinculos1790000000821,
  InternacoesIndexaMedicos1790000000822,
  PrivacidadeCriaPedidos1790000000840,
  AcessoDistingueSenhaDeCadastro1790000000850,
  InternacoesIndexaAbertasPorSetor1790000000853,
  ListasRarasIndexadas1790000000854,
  AuditoriaCriaSelos1790000000831,
  AuditoriaIndexaPorInstante1790000000832,
  AcessoGuardaContasDesligadas1790000000802,
];
