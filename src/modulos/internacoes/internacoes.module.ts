import { Global, Module } from '@nestjs/common';
import { AltasController } from './altas.controller.js';
import { AdmitirPacienteHandler } from './casos-de-uso/admitir-paciente.js';
import { AlterarInternacaoHandler } from './casos-de-uso/alterar-internacao.js';
import { CancelarInternacaoHandler } from './casos-de-uso/cancelar-internacao.js';
import { CancelarPrevisaoHandler } from './casos-de-uso/cancelar-previsao.js';
import { ConcederAltaHandler } from './casos-de-uso/conceder-alta.js';
import { DarAltaClinicaHandler } from './casos-de-uso/dar-alta-clinica.js';
import { InternarPacienteHandler } from './casos-de-uso/internar-paciente.js';
import { ListarAltasPrevistasHandler } from './casos-de-uso/listar-altas-previstas.js';
import { ListarInternacoesHandler } from './casos-de-uso/listar-internacoes.js';
import { ListarMovimentacoesHandler } from './casos-de-uso/listar-movimentacoes.js';
import { ListarSolicitacoesHandler } from './casos-de-uso/listar-solicitacoes.js';
import { ObterInternacaoHandler } from './casos-de-uso/obter-internacao.js';
import { ObterSolicitacaoHandler } from './casos-de-uso/obter-solicitacao.js';
import { PreverAltaHandler } from './casos-de-uso/prever-alta.js';
import { ReabrirInternacaoHandler } from './casos-de-uso/reabrir-internacao.js';
import { RecusarSolicitacaoHandler } from './casos-de-uso/recusar-solicitacao.js';
import { RegistrarEstadiaPassadaHandler } from './casos-de-uso/registrar-estadia-passada.js';
import { RegistrarSaidaHandler } from './casos-de-uso/registrar-saida.js';
import { SolicitarInternacaoHandler } from './casos-de-uso/solicitar-internacao.js';
import { TransferirPacienteHandler } from './casos-de-uso/transferir-paciente.js';
import { LeituraDeInternacoes } from './contrato/leitura-de-internacoes.js';
import { DONOS_DAS_INTERNACOES } from './donos.js';
import { InternacoesController } from './internacoes.controller.js';
import { INVARIANTES_DAS_INTERNACOES } from './invariantes/invariantes-das-internacoes.js';
import { Admissao } from './persistencia/admissao.js';
import { DiaDaEntrada } from './persistencia/dia-da-entrada.js';
import { LeituraDeInternacoesSql } from './persistencia/leitura-de-internacoes-sql.js';
import { SolicitacoesController } from './solicitacoes.controller.js';
import { DADOS_DAS_INTERNACOES } from './persistencia/dados-das-internacoes.js';

const COMANDOS = [
  SolicitarInternacaoHandler,
  RecusarSolicitacaoHandler,
  InternarPacienteHandler,
  AdmitirPacienteHandler,
  RegistrarEstadiaPassadaHandler,
  TransferirPacienteHandler,
  AlterarInternacaoHandler,
  CancelarInternacaoHandler,
  PreverAltaHandler,
  CancelarPrevisaoHandler,
  DarAltaClinicaHandler,
  RegistrarSaidaHandler,
  ConcederAltaHandler,
  ReabrirInternacaoHandler,
];

const CONSULTAS = [
  ObterInternacaoHandler,
  ObterSolicitacaoHandler,
  ListarInternacoesHandler,
  ListarMovimentacoesHandler,
  ListarSolicitacoesHandler,
  ListarAltasPrevistasHandler,
];

@Global()
@Module({
  controllers: [InternacoesController, AltasController, SolicitacoesController],
  providers: [
    { provide: LeituraDeInternacoes, useClass: LeituraDeInternacoesSql },
    Admissao,
    DiaDaEntrada,
    ...COMANDOS,
    ...CONSULTAS,
    DADOS_DAS_INTERNACOES,
    INVARIANTES_DAS_INTERNACOES,
    DONOS_DAS_INTERNACOES,
  ],
  exports: [LeituraDeInternacoes],
})
export class InternacoesModule {}
