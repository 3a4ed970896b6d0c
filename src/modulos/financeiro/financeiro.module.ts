import { Global, Module } from '@nestjs/common';
import { AbrirContaHandler } from './casos-de-uso/abrir-conta.js';
import { CancelarContaHandler } from './casos-de-uso/cancelar-conta.js';
import { EmitirLancamentoHandler } from './casos-de-uso/emitir-lancamento.js';
import { EstornarLancamentoHandler } from './casos-de-uso/estornar-lancamento.js';
import { FecharContaHandler } from './casos-de-uso/fechar-conta.js';
import { ListarContasHandler } from './casos-de-uso/listar-contas.js';
import { ListarHistoricoDoLancamentoHandler } from './casos-de-uso/listar-historico-do-lancamento.js';
import { ListarLancamentosHandler } from './casos-de-uso/listar-lancamentos.js';
import { ObterContaHandler } from './casos-de-uso/obter-conta.js';
import { ObterLancamentoHandler } from './casos-de-uso/obter-lancamento.js';
import { PreverContaHandler } from './casos-de-uso/prever-conta.js';
import { ContasController } from './contas.controller.js';
import { ContasDasInternacoes } from './contrato/contas-das-internacoes.js';
import { INVARIANTES_DO_FINANCEIRO } from './invariantes/invariantes-do-financeiro.js';
import { LancamentosController } from './lancamentos.controller.js';
import { ApuradorDeContas } from './persistencia/apurador-de-contas.js';
import { ContasDasInternacoesNoBanco } from './persistencia/contas-das-internacoes-no-banco.js';
import { DONOS_DO_FINANCEIRO } from './donos.js';
import { AbrirContaAoInternar } from './sagas/abrir-conta-ao-internar.saga.js';
import { CancelarContaAoCancelarInternacao } from './sagas/cancelar-conta-ao-cancelar-internacao.saga.js';
import { FecharContaAoConcederAlta } from './sagas/fechar-conta-ao-conceder-alta.saga.js';
import { DADOS_DO_FINANCEIRO } from './persistencia/dados-do-financeiro.js';

/** Accounts of stays and what is charged for them. */
@Global()
@Module({
  controllers: [LancamentosController, ContasController],
  providers: [
    { provide: ContasDasInternacoes, useClass: ContasDasInternacoesNoBanco },
    ApuradorDeContas,
    AbrirContaHandler,
    FecharContaHandler,
    CancelarContaHandler,
    EmitirLancamentoHandler,
    EstornarLancamentoHandler,
    ListarLancamentosHandler,
    ObterLancamentoHandler,
    ListarHistoricoDoLancamentoHandler,
    ListarContasHandler,
    ObterContaHandler,
    PreverContaHandler,
    AbrirContaAoInternar,
    FecharContaAoConcederAlta,
    CancelarContaAoCancelarInternacao,
    DADOS_DO_FINANCEIRO,
    INVARIANTES_DO_FINANCEIRO,
    DONOS_DO_FINANCEIRO,
  ],
  exports: [ContasDasInternacoes],
})
export class FinanceiroModule {}
